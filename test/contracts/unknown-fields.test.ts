import { RouteBook } from '../../src/access/route-book.js';
import { ROLES, type Role } from '../../src/identity/roles.js';
import { newId } from '../../src/kernel/identifiers.js';
import type { ApiDocument, Described } from '../support/openapi.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const FEWEST_ACTS = 90;
/** What is held to another structure once it is known of which kind it is: a flow, or an entry that is mended. */
const HELD_ELSEWHERE: ReadonlySet<string> = new Set([
  'ChangeFlow.record',
  'DraftFlow.record',
  'ImportFlowRecords.flows[]',
  'MendEntry',
]);

/** Who may act here, and what is asked, depends on the very record: nobody of this test is let that far. */
const LOOKED_UP_FIRST = [
  'POST /api/v1/flows/:id/reports/:report/overrides',
  'POST /api/v1/mending/:kind/:id',
];

interface Told {
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

describe('No act of the API drops what a program sends and it does not know', () => {
  let world: RunningCandour;
  let document: ApiDocument;
  const said: string[] = [];
  const tokens = new Map<Role | null, string | null>([[null, null]]);

  beforeAll(async () => {
    world = await runningCandour();
    document = (await (await fetch(`${world.address}/api/openapi.json`)).json()) as ApiDocument;
    for (const role of Object.keys(ROLES) as Role[]) tokens.set(role, (await signedIn(world, role)).token);
  }, 180_000);

  afterAll(() => world.close());

  it('each one refuses a field that is no part of it, points at it, and says in sentences what else it needs', async () => {
    const acts = world.app
      .get(RouteBook)
      .routes()
      .filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/'));
    const silent: string[] = [];
    for (const { method, path } of acts) {
      const address = path.replaceAll(/:kind\b/g, 'deployment').replaceAll(/:\w+/g, () => newId());
      if (!(await isPointedAt(method, address))) silent.push(`${method} ${path}`);
    }
    expect(silent).toEqual(LOOKED_UP_FIRST);
    expect(acts.length).toBeGreaterThanOrEqual(FEWEST_ACTS);
    expect(said).toContain('This is missing. Send a list.');
    expect(said.filter((detail) => /^(Invalid|Too) |, received /.test(detail))).toEqual([]);
  }, 120_000);

  it('and the document says so of every object, however deep', () => {
    const open = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ requestBody }) =>
        Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => openObjects(schema ?? {}, '')),
      ),
    );
    expect(new Set(open)).toEqual(HELD_ELSEWHERE);
  });

  it('every name is told at once with its place, such as a minority view that a lead writes for a reviewer', async () => {
    const lead = tokens.get('LEAD_REVIEWER') ?? null;
    const item = {
      criterion: 'SIM-POL-01',
      score: '2',
      grade: 'B',
      reason: 'Read together.',
      tookPart: ['1'],
    };
    const body = { items: [item, { ...item, minorityView: 'Reviewer 2 is wrong.', 'a.b': 1 }], force: true };
    const { status, told } = await send('POST', `/api/v1/reviews/${newId()}/proposals`, body, lead);
    expect(status).toBe(422);
    expect(told.errors).toMatchObject([
      {
        pointer: '/items/1/minorityView',
        detail: expect.stringContaining('“minorityView” is not known here'),
      },
      { pointer: '/items/1', detail: expect.stringContaining('“a.b” is not known here') },
      { pointer: '/force', detail: expect.stringContaining('“force” is not known here') },
    ]);
  });

  async function isPointedAt(method: string, address: string): Promise<boolean> {
    for (const token of tokens.values()) {
      const { status, told } = await send(method, address, { unheard: 'x' }, token);
      said.push(...(told.errors ?? []).map(({ detail }) => detail));
      if (status === 422 && told.errors?.some(({ pointer }) => pointer === '/unheard')) return true;
    }
    return false;
  }

  async function send(
    method: string,
    address: string,
    body: object,
    token: string | null,
  ): Promise<{ readonly status: number; readonly told: Told }> {
    const headers = {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    };
    const answer = await fetch(world.address + address, { method, headers, body: JSON.stringify(body) });
    return { status: answer.status, told: (await answer.json()) as Told };
  }

  /** The objects of a described body to which a name may be added that nobody reads. */
  function openObjects(schema: Described, at: string): readonly string[] {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.replace('#/components/schemas/', '');
      return openObjects(document.components.schemas[name] ?? {}, name);
    }
    const inside = [
      ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
        openObjects(part, `${at}.${name}`),
      ),
      ...(schema.items === undefined ? [] : openObjects(schema.items, `${at}[]`)),
      ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((part) =>
        openObjects(part, at),
      ),
    ];
    const { additionalProperties: more } = schema;
    const isOpen =
      schema.type === 'object' &&
      (more === undefined || more === true || (typeof more === 'object' && Object.keys(more).length === 0));
    return isOpen ? [at, ...inside] : inside;
  }
});
