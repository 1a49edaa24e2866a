import { Client } from 'pg';
import type { Route } from '../../src/access/route-book.js';
import { DEMO_PERSONAS } from '../../src/demo-world/personas.js';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { RecordAddresses } from '../support/record-addresses.js';
import { tokenOf } from '../support/signed-in.js';
import { contradictions, describedAnswer, type ApiDocument } from '../support/openapi.js';

const FEWEST_ANSWERS = 400;
/** Answers that are a file or a document of another sort, which the API document does not describe as JSON. */
const NOT_JSON: ReadonlySet<string> = new Set([
  '/api/v1/evidence/:id/content',
  '/api/v1/publications/:name/content',
  '/api/v1/flow-record-schema',
]);

describe('What the API answers is what its document says, for everybody who asks', () => {
  let world: ServedDemoWorld;
  let superuser: Client;
  let document: ApiDocument;
  let addresses: RecordAddresses;
  const readBySomebody = new Set<string>();
  let answers = 0;

  beforeAll(async () => {
    world = await servedDemoWorld();
    superuser = new Client({ connectionString: world.database.superuserUrl });
    await superuser.connect();
    document = (await (await fetch(`${world.address}/api/openapi.json`)).json()) as ApiDocument;
    addresses = await RecordAddresses.of(world.app, superuser);
  }, 180_000);

  afterAll(async () => {
    await superuser.end();
    await world.close();
  });

  it.each([null, ...Object.values(DEMO_PERSONAS).map(({ email }) => email)])(
    'to %s',
    async (email) => {
      const token = email === null ? null : await tokenOf(superuser, email);
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
    return addresses.api.filter(({ path }) => !NOT_JSON.has(path));
  }

  async function faultsOf(route: Route, token: string | null): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const address of addresses.at(route)) {
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
});
