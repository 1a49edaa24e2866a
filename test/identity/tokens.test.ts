import { OPERATOR } from '../../src/identity/actor.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import { TokensService, type TokenShown } from '../../src/memberships/account/tokens.service.js';
import { actorFor, aPerson, type TestPerson } from '../support/people.js';
import { TestClock } from '../support/reviews.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AUDITOR = { role: 'AUDITOR', organisationId: null } as const;

describe('An access token of the API', () => {
  let world: RunningCandour;
  let clock: TestClock;
  let auditor: TestPerson;

  beforeAll(async () => {
    clock = new TestClock();
    world = await runningCandour({ clock });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    auditor = await aPerson(world.app, { roles: [AUDITOR] });
  });

  it('works to the end of its last day in London, and not a moment longer', async () => {
    const { token, expiresOn } = await madeBy(auditor.id, { days: 1 });
    clock.setTo(expiresOn);
    clock.pass(14 * HOUR - 1);
    expect(await statusOf('GET', token)).toBe(200);
    clock.pass(1);
    expect(await statusOf('GET', token)).toBe(401);
  });

  it('lasts a year at most', async () => {
    await expect(madeBy(auditor.id, { days: 366 })).rejects.toMatchObject({ status: 422 });
    await expect(madeBy(auditor.id, { days: 0 })).rejects.toMatchObject({ status: 422 });
  });

  it('that may only read changes nothing, and one that may write does', async () => {
    const reading = await madeBy(auditor.id, { mayWrite: false });
    const writing = await madeBy(auditor.id, { mayWrite: true });
    const revoke = (by: TokenShown, which: TokenShown) =>
      statusOf('POST', by.token, `/api/v1/account/tokens/${which.id}/revoke`);
    expect(await revoke(reading, writing)).toBe(403);
    expect(await statusOf('GET', writing.token)).toBe(200);
    expect(await revoke(writing, reading)).toBeLessThan(300);
    expect(await statusOf('GET', reading.token)).toBe(401);
  });

  it('is revoked by nobody but its person, and stays revoked', async () => {
    const { id, token } = await madeBy(auditor.id, {});
    const somebody = await aPerson(world.app, { roles: [AUDITOR] });
    const other = await madeBy(somebody.id, { mayWrite: true });
    expect(await statusOf('POST', other.token, `/api/v1/account/tokens/${id}/revoke`)).toBe(404);
    expect(await statusOf('GET', token)).toBe(200);
    await world.app.get(TokensService).revoke(await actorFor(world.app, auditor.id), id);
    clock.pass(DAY);
    expect(await statusOf('GET', token)).toBe(401);
  });

  it('is worth nothing while its person is suspended, and does only what they may do today', async () => {
    const { token } = await madeBy(auditor.id, {});
    expect(await statusOf('GET', token, '/api/v1/concerns')).toBe(200);
    const people = world.app.get(PeopleService);
    const { rows } = await world.superuser.query<{ id: Uuid }>(
      'SELECT id FROM identity.membership WHERE person_id = $1',
      [auditor.id],
    );
    await people.end(OPERATOR, rows[0]?.id ?? newId());
    expect(await statusOf('GET', token, '/api/v1/concerns')).toBe(403);
    await people.suspend(OPERATOR, auditor.id);
    expect(await statusOf('GET', token)).toBe(401);
  });

  it('waits until a person whose role needs a code generator has set one up', async () => {
    const unready = await aPerson(world.app, { roles: [AUDITOR], generator: false });
    const { token } = await madeBy(unready.id, {});
    expect(await statusOf('GET', token)).toBe(401);
  });

  it('opens no page, and a session opens nothing of the API', async () => {
    const { token } = await madeBy(auditor.id, {});
    const page = await fetch(`${world.address}/account`, {
      headers: { authorization: `Bearer ${token}`, cookie: `candour=${token}` },
      redirect: 'manual',
    });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in?return=%2Faccount']);
    const api = await fetch(`${world.address}/api/v1/account`, { headers: { cookie: `candour=${token}` } });
    expect(api.status).toBe(401);
  });

  it.each([
    'Bearer',
    'Bearer ',
    'Bearer short',
    'Basic YTpi',
    `Bearer ${'A'.repeat(43)}`,
    '😟',
    "' OR 1=1 --",
  ])('is not %j', async (authorization) => {
    const headers = { authorization: Buffer.from(authorization, 'utf8').toString('latin1') };
    const answer = await fetch(`${world.address}/api/v1/publications`, { headers });
    expect(answer.status).toBe(401);
  });

  it('is kept as a hash alone', async () => {
    const { token } = await madeBy(auditor.id, {});
    const { rows } = await world.superuser.query<{ told: string | null }>(
      `SELECT row_to_json(t)::text AS told FROM identity.access_token t
        UNION ALL SELECT leaf FROM ledger.event UNION ALL SELECT value::text FROM ledger.opening`,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ told }) => told?.includes(token))).toEqual([]);
  });

  async function madeBy(
    personId: Uuid,
    { days = 30, mayWrite = false }: { readonly days?: number; readonly mayWrite?: boolean },
  ): Promise<TokenShown> {
    const actor = await actorFor(world.app, personId);
    return world.app.get(TokensService).create(actor, { personId, name: 'a script', days, mayWrite });
  }

  async function statusOf(method: string, token: string, path = '/api/v1/account'): Promise<number> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const init = method === 'GET' ? { headers } : { method, headers, body: '{}' };
    return (await fetch(world.address + path, init)).status;
  }
});
