import { GATE, scopeOf } from '../../src/identity/actor-scope.js';
import { OPERATOR, VISITOR } from '../../src/identity/actor.js';
import { createApplication } from '../../src/application.js';
import { NOTICE_KIND_CODES, NOTICE_KINDS } from '../../src/notices/notice-kinds.js';
import { Database } from '../../src/platform/database/database.js';
import type { Scope } from '../../src/platform/database/scope.js';
import { interestedParty } from '../support/interested-party.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { allTold, EVERYBODY, toldNow } from '../support/notices.js';
import { panelOfTwoLeads } from '../support/publication.js';
import { testSettings } from '../support/settings.js';
import { PageReader } from '../support/page-reader.js';
import {
  assignedAndClear,
  servedReviewWorld,
  startedReview,
  submitted,
  type ServedReviewWorld,
} from '../support/reviews.js';

const TELL = "SELECT count(*) FROM notices.tell('2026-11-23', now(), '[]', '[]')";

describe('Notices', () => {
  let world: ServedReviewWorld;

  beforeAll(async () => {
    world = await servedReviewWorld();
    const { reviewId, criteria } = await startedReview(world);
    await panelOfTwoLeads(world, reviewId);
    await submitted(world, reviewId, criteria);
  });

  afterAll(() => world.close());

  function inScope(scope: Scope, text: string): Promise<unknown> {
    return world.service(Database).write(scope, (manager) => manager.query(text));
  }

  it('are told by a worker that starts, with nobody asking', async () => {
    const another = await createApplication(testSettings(), world.database.connection, {
      clock: world.clock,
    });
    for (let waited = 0; waited < 100 && (await allTold(world)).length === 0; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await another.close();
    expect(await allTold(world)).toContain('submitter ASKED 2026-11-23');
    await world.superuser.query('DELETE FROM notices.notice');
  });

  it('are made once, however many workers look at the same moment and however often they start again', async () => {
    const made = await Promise.all([toldNow(world), toldNow(world), toldNow(world), toldNow(world)]);
    const told = await allTold(world);
    expect(told.length).toBeGreaterThan(10);
    expect(new Set(told).size).toBe(told.length);
    expect(made.filter((count) => count > 0).length).toBeLessThanOrEqual(1);
    expect(await toldNow(world)).toBe(0);
  });

  it('are told by nobody but the worker: no signed-in person, no visitor and no holder of a receipt can make them', async () => {
    for (const part of EVERYBODY)
      await expect(inScope(scopeOf(await world.as(part)), TELL)).rejects.toThrow(/permission denied/);
    for (const scope of [scopeOf(VISITOR), GATE, { role: 'candour_receipt', settings: {} } as const])
      await expect(inScope(scope, TELL)).rejects.toThrow(/permission denied/);
    await world.superuser.query(
      'GRANT EXECUTE ON FUNCTION notices.tell TO candour_member; GRANT USAGE ON SCHEMA notices TO candour_member',
    );
    await expect(inScope(scopeOf(await world.as('admin')), TELL)).rejects.toThrow('only the worker tells');
    await world.superuser.query('REVOKE EXECUTE ON FUNCTION notices.tell FROM candour_member');
    await expect(inScope(scopeOf(OPERATOR), TELL)).resolves.toEqual([{ count: '0' }]);
  });

  it('are read by whom they are for and by nobody else, administrators and auditors included', async () => {
    const all = 'SELECT person_id FROM notices.notice';
    for (const part of EVERYBODY) {
      const rows = (await inScope(scopeOf(await world.as(part)), all)) as { person_id: string }[];
      expect(new Set(rows.map(({ person_id }) => person_id)).size).toBeLessThanOrEqual(1);
      expect(rows.every(({ person_id }) => person_id === world.personId(part))).toBe(true);
    }
    await expect(inScope(scopeOf(VISITOR), all)).rejects.toThrow(/permission denied/);
    const others = `UPDATE notices.notice SET read_at = now() WHERE person_id = '${world.personId('submitter')}'`;
    expect(await interestedParty(world, 'executive').sql(others)).toBe('0 rows');
    for (const told of ["kind = 'ASKED'", 'due_on = NULL', `person_id = '${world.personId('admin')}'`])
      expect(await interestedParty(world, 'submitter').sql(`UPDATE notices.notice SET ${told}`)).toContain(
        'permission denied',
      );
  });

  it('stand in the head of each page with their number, for whoever is signed in', async () => {
    const page = await (await world.reader('submitter')).open('/rounds');
    expect(page.find('header').text()).toContain('Notices (1 not read)');
    expect((await new PageReader(world.address).open('/rounds')).find('header').text()).not.toContain(
      'Notices',
    );
  });

  it('are marked as read one by one, or all that were seen: what came meanwhile stays new', async () => {
    const first = await (await world.reader('first')).open('/notices');
    expect(first.text).toContain('You were assigned to a review. Declare your interests first');
    expect(first.text).toContain('Example Vale Trust');
    expect(first.text).toContain('Due on 15 January 2027');
    const one = first.find('main li button').first().text().replace(/\s+/g, ' ').trim();
    expect(one).toMatch(/^Mark as read: You were assigned|^Mark as read: The self-review was submitted/);
    await first.press(one);
    expect(first.notice).toBe('The notice is marked as read');
    expect(first.find('header').text()).toContain('Notices (1 not read)');
    world.clock.pass(60_000);
    const second = await startedReview(world);
    await assignedAndClear(world, second.reviewId, 'lead', 'lead');
    await assignedAndClear(world, second.reviewId, 'first', 'reviewer');
    await toldNow(world);
    await first.press('Mark all as read');
    expect(first.notice).toBe('What you have seen is marked as read');
    expect(first.find('header').text()).toContain('Notices (1 not read)');
    expect(first.find('main li .nhsuk-tag').length).toBe(1);
    expect(first.find('main li').first().text()).toContain('You were assigned to a review');
    await first.open('/notices');
    await first.press('Mark all as read');
    expect(first.find('header').text()).toMatch(/Notices(?! \()/);
  });

  it('are read and marked by programs of the person, who cannot mark those of others', async () => {
    const submitter = interestedParty(world, 'submitter');
    const read = await submitter.get<{ items: { id: string; kind: string; isRead: boolean }[] }>('notices');
    expect(read.status).toBe(200);
    const [notice] = read.body.items;
    const other = await interestedParty(world, 'executive').post(`notices/${notice?.id ?? ''}/read`);
    expect(other.status).toBe(200);
    const before = await submitter.get<{ items: { id: string; isRead: boolean }[] }>('notices');
    expect(before.body.items.map(({ isRead }) => isRead)).not.toContain(true);
    expect((await submitter.post(`notices/${notice?.id ?? ''}/read`)).body).toEqual({
      unread: read.body.items.length - 1,
    });
    expect((await submitter.post('notices/read')).body).toEqual({ unread: 0 });
    expect((await interestedParty(world, null).get('notices')).status).toBe(401);
  });

  it('name nobody, and their sentences never say who scores, who locked, or anything of concerns', () => {
    for (const kind of NOTICE_KIND_CODES) {
      const { says, leadsTo } = NOTICE_KINDS[kind];
      expect(says).not.toMatch(/concern|lock(?!.*your)|reviewer|colleague|by (Dr|Mr|Ms)/i);
      expect(leadsTo({ aboutId: 'about', roundId: 'round', reviewId: 'review' })).not.toMatch(/concern/);
    }
  });

  it('are of the kinds that PostgreSQL knows, and rest on no record of a concern or complaint', async () => {
    const { rows } = await world.superuser.query<{ rule: string }>(
      "SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = 'a notice is of a kind that there is'",
    );
    const words = [...(rows[0]?.rule ?? '').matchAll(/'([A-Z_]+)'/g)].map(([, word]) => word);
    expect(words.sort()).toEqual([...NOTICE_KIND_CODES].sort());
    const { rows: sources } = await world.superuser.query<{ text: string }>(
      `SELECT coalesce(string_agg(d, ' '), '') AS text FROM (
         SELECT pg_get_viewdef(oid) AS d FROM pg_class WHERE relnamespace = 'notices'::regnamespace AND relkind = 'v'
         UNION ALL SELECT prosrc FROM pg_proc WHERE pronamespace = 'notices'::regnamespace) AS s`,
    );
    expect(sources[0]?.text).not.toMatch(/\b(concerns|complaints)\./);
  });

  it('show no fault to a machine, narrow and wide, with notices and without', async () => {
    const screen = await NarrowScreen.open();
    const faults: string[] = [];
    for (const part of ['otherLead', 'handler'] as const) {
      const reader = await world.reader(part);
      faults.push(...(await screen.faultsOf(`${world.address}/notices`, reader)));
      faults.push(...(await screen.faultsWhenWide()));
    }
    await screen.close();
    expect(faults).toEqual([]);
  });
});
