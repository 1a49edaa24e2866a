import { Client } from 'pg';
import { RouteBook, type Route } from '../../src/access/route-book.js';
import { DEMO_PERSONAS } from '../../src/demo-world/personas.js';
import { newSecret, secretHash } from '../../src/identity/sessions/secret-token.js';
import { newId } from '../../src/kernel/identifiers.js';
import { columnsOf, recordedClasses, tableOf } from '../../src/platform/database/recorded.js';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { contradictions, describedAnswer, type ApiDocument } from '../support/openapi.js';

const FEWEST_ANSWERS = 400;
const RECORDS_OF_A_KIND = 3;
/** Answers that are a file or a document of another sort, which the API document does not describe as JSON. */
const NOT_JSON: ReadonlySet<string> = new Set([
  '/api/v1/evidence/:id/content',
  '/api/v1/publications/:name/content',
  '/api/v1/flow-record-schema',
]);

/** Addresses that answer only when they are asked about a record, and how they are asked. */
const ASKED_ABOUT: ReadonlyMap<string, { readonly kind: string; readonly query: (id: string) => string }> =
  new Map([
    ['/api/v1/flows', { kind: 'Deployment', query: (id) => `?deployment=${id}` }],
    ['/api/v1/flow-records', { kind: 'Deployment', query: (id) => `?deployment=${id}` }],
    ['/api/v1/evidence', { kind: 'Deployment', query: (id) => `?kind=deployment&id=${id}` }],
  ]);

/** A stored report, and the flow it is about. */
interface StoredReport {
  readonly id: string;
  readonly flow: string;
}

describe('What the API answers is what its document says, for everybody who asks', () => {
  let world: ServedDemoWorld;
  let owner: Client;
  let document: ApiDocument;
  let names: ReadonlyMap<string, readonly string[]>;
  let reports: readonly StoredReport[];
  const readBySomebody = new Set<string>();
  let answers = 0;

  beforeAll(async () => {
    world = await servedDemoWorld();
    owner = new Client({ connectionString: world.database.ownerUrl });
    await owner.connect();
    document = (await (await fetch(`${world.address}/api/openapi.json`)).json()) as ApiDocument;
    names = await recordNames(owner);
    reports = (await owner.query<StoredReport>('SELECT id, flow_id AS flow FROM data_sharing.rule_report'))
      .rows;
  }, 180_000);

  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  it.each([null, ...Object.values(DEMO_PERSONAS).map(({ email }) => email)])(
    'to %s',
    async (email) => {
      const token = email === null ? null : await tokenOf(email);
      const faults: string[] = [];
      for (const route of readingRoutes()) faults.push(...(await faultsOf(route, token)));
      expect(faults).toEqual([]);
    },
    60_000,
  );

  it('and every address was read by somebody', () => {
    const unread = readingRoutes()
      .map(({ path }) => path)
      .filter((path) => !readBySomebody.has(path));
    expect(unread).toEqual([]);
    expect(answers).toBeGreaterThanOrEqual(FEWEST_ANSWERS);
  });

  function readingRoutes(): readonly Route[] {
    return world.app
      .get(RouteBook)
      .routes()
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/v1/') && !NOT_JSON.has(path));
  }

  async function faultsOf(route: Route, token: string | null): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const address of addressesOf(route)) {
      const headers = token === null ? {} : { authorization: `Bearer ${token}` };
      const answer = await fetch(world.address + address, { headers });
      if (answer.status >= 500) faults.push(`${address}: ${String(answer.status)}`);
      if (answer.status !== 200) continue;
      answers += 1;
      readBySomebody.add(route.path);
      const schema = describedAnswer(document, route.path, 200);
      if (schema === undefined) faults.push(`${address}: the document describes no answer`);
      else faults.push(...contradictions(document, schema, await answer.json(), address));
    }
    return faults;
  }

  /** The address with the names of a few records: of the kind it is about, and of the kind whose part it is. */
  function addressesOf(route: Route): readonly string[] {
    const asked = ASKED_ABOUT.get(route.path);
    if (asked !== undefined)
      return (names.get(asked.kind) ?? []).map((name) => route.path + asked.query(name));
    if (!route.path.includes(':')) return [route.path];
    if (route.path.includes('/reports/:')) return reports.map((report) => atReport(route.path, report));
    const whole = /^[^:]*:\w+/.exec(route.path)?.[0];
    const kinds = [route, ...readingRoutes().filter(({ path }) => path === whole)].map(subjectOf);
    return [...new Set(kinds)]
      .flatMap((kind) => names.get(kind) ?? [])
      .map((name) => route.path.replace(/:\w+/, encodeURIComponent(name)));
  }

  async function tokenOf(email: string): Promise<string> {
    const token = newSecret();
    await owner.query("SET session_replication_role = 'replica'");
    await owner.query(
      `INSERT INTO identity.access_token (id, revision, person_id, name, secret_hash, expires_on, may_write, created_on)
       SELECT $1, 1, id, 'a test', $2, current_date + 30, false, current_date FROM identity.person WHERE email = $3`,
      [newId(), secretHash(token), email],
    );
    await owner.query('RESET session_replication_role');
    return token;
  }
});

function atReport(path: string, { id, flow }: StoredReport): string {
  return path.replace(':id', flow).replace(/:(report|first|second)/g, id);
}

function subjectOf({ requirement }: Route): string {
  return requirement.asks === 'act' ? requirement.subject.name : '';
}

/** The ids, keys and other names of a few records of each kind, as addresses name them. */
async function recordNames(owner: Client): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const kind of recordedClasses()) {
    const naming = ['id', 'key', 'reference', 'code'].filter((property) => columnsOf(kind).has(property));
    const { rows } = await owner.query<Record<string, string | null>>(
      `SELECT ${naming.join(', ')} FROM ${tableOf(kind)} ORDER BY id DESC LIMIT ${String(RECORDS_OF_A_KIND)}`,
    );
    found.set(
      kind.name,
      rows.flatMap((row) => Object.values(row).filter((name) => name !== null)),
    );
  }
  return found;
}
