import { OPERATOR } from '../../src/identity/actor.js';
import { SecurityNotes } from '../../src/identity/security/security-notes.js';
import { newId } from '../../src/kernel/identifiers.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import { TokensService } from '../../src/memberships/account/tokens.service.js';
import { KeptLines } from '../support/kept-lines.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import { PageReader } from '../support/page-reader.js';
import { actorFor, aPerson, type TestPerson } from '../support/people.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const TYPED = 'the passphrase of another place';
const STRANGER = 'stranger@example.org';

interface Note {
  readonly kind: string;
  readonly person_id: string | null;
  readonly route: string | null;
  readonly count: number;
}

describe('What endangers accounts', () => {
  const lines = new KeptLines();
  let candour: RunningCandour;
  let admin: PageReader;
  let person: TestPerson;

  beforeAll(async () => {
    candour = await runningCandour({ lines, variables: { LOG_LEVEL: 'info' } });
    admin = (await signedIn(candour, 'ADMIN')).page;
    person = await aPerson(candour.app, { name: 'Dolores Example' });
  });

  afterAll(() => candour.close());

  beforeEach(() => candour.superuser.query('DELETE FROM identity.security_note'));

  it('is counted by account and minute when sign-ins fail, and says nothing of what was typed or from where', async () => {
    await triesToSignIn(person.email, 3);
    await triesToSignIn(STRANGER, 2);
    expect(await notes()).toEqual([
      { kind: 'sign-in-failed', person_id: null, route: null, count: 2 },
      { kind: 'sign-in-failed', person_id: person.id, route: null, count: 3 },
    ]);
    const told = lines.all().filter(({ about }) => about === 'Security');
    expect(told.map(({ event, person: whose, count }) => ({ event, whose, count }))).toContainEqual({
      event: 'sign-in-failed',
      whose: person.id,
      count: 1,
    });
    const everything = lines.texts.join('') + JSON.stringify(await allRows());
    for (const secret of [TYPED, STRANGER, person.email, 'Dolores', '127.0.0.1:'])
      expect(everything.replace(/Server listening at [^"]*/, '')).not.toContain(secret);
  });

  it('is noted when attempts come too fast, and when a code is wrong', async () => {
    const other = await aPerson(candour.app);
    await triesToSignIn(other.email, 7);
    expect(await notes()).toEqual([
      { kind: 'sign-in-failed', person_id: other.id, route: null, count: 5 },
      { kind: 'sign-in-slowed', person_id: other.id, route: null, count: 2 },
    ]);
    const page = new PageReader(candour.address);
    const third = await aPerson(candour.app);
    await page.open('/sign-in');
    await page.fill('Email address', third.email).fill('Passphrase', third.passphrase).press('Continue');
    await page.fill('Code', '000000').press('Sign in');
    expect(await notes()).toContainEqual({
      kind: 'sign-in-failed',
      person_id: third.id,
      route: null,
      count: 1,
    });
  });

  it('does not fill the disk, however many accounts are tried in a minute', async () => {
    const people = Array.from({ length: 130 }, () => newId());
    await candour.superuser.query("SET session_replication_role = 'replica'");
    await candour.superuser.query(
      `INSERT INTO identity.person (id, revision, name, email)
       SELECT id, 1, 'Somebody', id || '@example.org' FROM unnest($1::uuid[]) AS id`,
      [people],
    );
    await candour.superuser.query('RESET session_replication_role');
    for (const personId of people)
      await candour.app.get(SecurityNotes).note({ kind: 'sign-in-failed', personId });
    const kept = await notes();
    expect((await allRows()).length).toBeLessThanOrEqual(122);
    expect(kept.reduce((sum, { count }) => sum + count, 0)).toBe(130);
    expect(kept.find(({ person_id: whose }) => whose === null)?.count ?? 0).toBeGreaterThanOrEqual(1);
  });

  it('is noted when an act is refused to somebody who is signed in, by the pattern of its route', async () => {
    const { page, personId } = await signedIn(candour, 'AUDITOR');
    expect((await page.open('/people')).status).toBe(403);
    await page.open(`/people/${newId()}`);
    await new PageReader(candour.address).open('/people');
    expect(await notes()).toEqual([
      { kind: 'act-refused', person_id: personId, route: 'GET /people', count: 1 },
      { kind: 'act-refused', person_id: personId, route: 'GET /people/:id', count: 1 },
    ]);
  });

  it('is noted when an access token is refused: one that is none, by nobody known, and one that may only read, by its person', async () => {
    const { token } = await candour.app.get(TokensService).create(await actorFor(candour.app, person.id), {
      personId: person.id,
      name: 'reads',
      days: 30,
      mayWrite: false,
    });
    const none = 'x'.repeat(43);
    for (const [method, path, bearer] of [
      ['GET', '/api/v1/people', none],
      ['GET', '/api/v1/people', `${none}&`],
      ['POST', `/api/v1/account/tokens/${newId()}/revoke`, token],
      ['POST', '/api/v1/concerns', none],
    ] as const)
      await fetch(candour.address + path, { method, headers: { authorization: `Bearer ${bearer}` } });
    await fetch(`${candour.address}/api/v1/people`);
    expect(await notes()).toEqual([
      {
        kind: 'act-refused',
        person_id: person.id,
        route: 'POST /api/v1/account/tokens/:id/revoke',
        count: 1,
      },
      { kind: 'sign-in-failed', person_id: null, route: 'GET /api/v1/people', count: 2 },
    ]);
    expect(lines.texts.join('')).not.toMatch(/x{43}|v1\/concerns/);
    await admin.open('/security?kind=sign-in-failed');
    expect(admin.text).toContain('with an access token, GET /api/v1/people, 2 times');
  });

  it('says nothing of where people file, whoever is signed in', async () => {
    const { page } = await signedIn(candour, 'TRUST_SUBMITTER');
    const cookie = page.cookies.header();
    for (const path of ['/answers/begin', '/answers/yours', '/answers/yours/back', '/api/v1/concerns'])
      await fetch(candour.address + path, { method: 'POST', headers: { cookie }, redirect: 'manual' });
    for (const path of ['/answers/yours', '/answers/check', '/leave'])
      await fetch(candour.address + path, { headers: { cookie }, redirect: 'manual' });
    expect(await notes()).toEqual([]);
    expect(lines.texts.join('')).not.toMatch(/answers|\/leave|v1\/concerns/);
  });

  it('is one list on a page of administrators with what the log has of accounts, narrowed by kind and day', async () => {
    const people = candour.app.get(PeopleService);
    const actor = await actorFor(candour.app, person.id);
    await candour.app
      .get(TokensService)
      .create(actor, { personId: person.id, name: 'a script', days: 30, mayWrite: false });
    await people.suspend(OPERATOR, person.id);
    await people.readmit(OPERATOR, person.id);
    await triesToSignIn(person.email, 1);
    await admin.open('/home');
    await admin.follow('People');
    await admin.follow('Security');
    for (const words of ['Sign-in failed', 'Account suspended', 'Account opened again', 'Access token made'])
      expect(admin.text).toContain(words);
    expect(admin.text).toContain('Dolores Example');
    await admin.open('/security?kind=suspended');
    expect(admin.find('tbody tr')).toHaveLength(1);
    expect(admin.text).toContain('by Operator');
    await admin.open('/security?kind=suspended&until-day=1&until-month=1&until-year=2020');
    expect(admin.text).toContain('Nothing of this sort happened.');
    await admin.open('/security?until-day=31&until-month=2&until-year=2020');
    expect(admin.status).toBe(422);
    expect(admin.text).toContain('There is a problem');
  });

  it('and has no barriers and does not scroll sideways at 320 and 1280 pixels', async () => {
    await triesToSignIn(person.email, 1);
    const screen = await NarrowScreen.open();
    const faults: string[] = [];
    try {
      const shown = await screen.show(`${candour.address}/security`, admin);
      for (const width of [320, 1280]) {
        await shown?.setViewportSize({ width, height: 900 });
        if (shown) faults.push(...(await pageFaults(shown)));
      }
    } finally {
      await screen.close();
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it('goes on from page to page', async () => {
    await candour.superuser.query(
      `INSERT INTO identity.security_note (id, minute, kind, count)
       SELECT gen_random_uuid(), date_trunc('minute', now()) - n * interval '1 minute', 'sign-in-failed', 1
       FROM generate_series(0, 39) AS n`,
    );
    await admin.open('/security?kind=sign-in-failed');
    expect(admin.find('tbody tr')).toHaveLength(25);
    await admin.follow('Next page');
    expect(admin.find('tbody tr')).toHaveLength(15);
    expect(admin.find('a:contains("Next page")')).toHaveLength(0);
  });

  it('is closed to everybody else', async () => {
    for (const role of ['AUDITOR', 'LEAD_REVIEWER', 'CONCERN_HANDLER'] as const)
      expect((await (await signedIn(candour, role)).page.open('/security')).status).toBe(403);
    expect((await new PageReader(candour.address).open('/security')).path).toContain('/sign-in');
  });

  it('is told by a line of the log when a role is granted, without a name', async () => {
    await people().grant(OPERATOR, {
      personId: person.id,
      role: 'AUDITOR',
      organisationId: null,
      reason: '',
    });
    const [line] = await lines.once(({ event }) => event === 'membership grant');
    expect(line).toMatchObject({ about: 'Security', post: 'operator' });
  });

  it('is forgotten after ninety days', async () => {
    await candour.superuser.query(
      `INSERT INTO identity.security_note (id, minute, kind, count)
       SELECT gen_random_uuid(), date_trunc('minute', now()) - n * interval '1 day', 'sign-in-failed', 1
       FROM unnest(ARRAY[1, 88, 91]) AS n`,
    );
    await candour.superuser.query("SELECT graphile_worker.add_job('forget-security-notes')");
    for (let looked = 0; looked < 100 && (await allRows()).length === 3; looked += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await allRows()).toHaveLength(2);
  });

  const people = (): PeopleService => candour.app.get(PeopleService);

  async function triesToSignIn(email: string, times: number): Promise<void> {
    for (let tried = 0; tried < times; tried += 1) {
      const page = new PageReader(candour.address);
      await page.open('/sign-in');
      await page.fill('Email address', email).fill('Passphrase', TYPED).press('Continue');
    }
  }

  /** The notes without their minutes: a test may run over the end of one. */
  async function notes(): Promise<readonly Note[]> {
    const { rows } = await candour.superuser.query<Note>(
      `SELECT kind, person_id, route, sum(count)::int AS count FROM identity.security_note
       GROUP BY kind, person_id, route
       ORDER BY kind, person_id NULLS FIRST, route`,
    );
    return rows;
  }

  async function allRows(): Promise<readonly unknown[]> {
    return (await candour.superuser.query<{ all: unknown }>('SELECT n AS all FROM identity.security_note n'))
      .rows;
  }
});
