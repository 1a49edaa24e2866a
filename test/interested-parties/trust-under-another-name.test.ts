import { DeploymentAgency } from '../../src/deployments/deployment-agency.entity.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { LifeCycleService } from '../../src/deployments/life-cycle/life-cycle.service.js';
import { MendingService } from '../../src/evidence/mending/mending.service.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import type { Actor } from '../../src/identity/actor.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { Database } from '../../src/platform/database/database.js';
import { recordedKind } from '../../src/platform/database/recorded.js';
import { somebody } from '../support/deployments.js';
import { PageReader } from '../support/page-reader.js';
import { signedIn } from '../support/signed-in.js';
import { DENIAL, FORCE, worldOfSuccessors, type WorldOfSuccessors } from '../support/successors.js';

/** What the trust would like its scheme to be called after it closed it. */
const QUIET = 'Community wellbeing partnership';

describe('A trust that closes its scheme and goes on under another name', () => {
  let world: WorldOfSuccessors;
  let trust: Actor;
  let later: Uuid;

  beforeAll(async () => {
    world = await worldOfSuccessors();
    trust = somebody('TRUST_SUBMITTER', world.trust);
    for (const [agency, post] of TEAM) await world.post(world.closed, agency, post);
    later = await world.register({
      title: QUIET,
      area: 'Somewhere quiet',
      agencies: [],
      state: 'LIVE',
      stateAt: '2026-02',
    });
  }, 60_000);

  afterAll(() => world.close());

  const listed = async (): Promise<boolean> =>
    (await world.pairs()).some(
      (pair) => pair.later.key.startsWith('community-wellbeing') && pair.earlier.title !== '',
    );

  it('is found when the same team works in it, although no name, area or agency is the same', async () => {
    expect(await listed()).toBe(false);
    for (const [agency, post] of TEAM) await world.post(later, agency, post);
    expect(await listed()).toBe(true);
  });

  it('is still found after it renames the earlier one, changes its area and withdraws its police', async () => {
    const service = world.app.get(DeploymentsService);
    world.clock.setTo('2026-03-01');
    await service.correct(trust, world.closed, { title: 'A', area: 'B' }, { reason: 'We like this better.' });
    const { rows } = await world.superuser.query<{ id: Uuid; revision: number }>(
      `SELECT id, revision FROM deployments.deployment_agency WHERE deployment_id = '${world.closed}'`,
    );
    const [agency] = rows;
    await world.app
      .get(MendingService)
      .withdraw(
        trust,
        { kind: recordedKind(DeploymentAgency).kind, id: agency?.id ?? '' },
        { reason: 'They never came.', version: agency?.revision ?? 0 },
      );
    const anew = await world.register({
      ...{ title: 'Calm Response Team', area: 'The Vale', state: 'LIVE', stateAt: '2026-02' },
      agencies: [{ name: FORCE, part: 'POLICE' }],
    });
    const pair = (await world.pairs(`deployments/${anew}/successors`)).find(
      ({ earlier }) => earlier.title === 'A',
    );
    expect(pair?.shared.map(({ sort }) => sort).sort()).toEqual(['AREA', 'NAME', 'POLICE', 'TRUST']);
    const page = await new PageReader(world.address).open(`/deployments/${anew}/successors`);
    expect(page.text).toContain('not said any more since 1 March 2026');
  });

  it('is still found when it mends the posts of the earlier team into others', async () => {
    const { rows } = await world.superuser.query<{ id: Uuid; revision: number }>(
      `SELECT id, revision FROM staffing.team_post WHERE deployment_id = '${world.closed}'`,
    );
    for (const { id, revision } of rows)
      await world.app.get(MendingService).mend(
        trust,
        { kind: 'team-post', id },
        {
          answers: {
            ...{ agency: 'Nobody in particular', post: 'MANAGER', employer: 'Nobody in particular' },
            ...{ wholeTimeEquivalent: 1, vetting: 'BOTH', recordAccess: 'READ' },
          },
          reason: 'It was described otherwise.',
          expected: revision,
        },
      );
    expect(await listed()).toBe(true);
  });

  it('is still found when it says that nothing ended: a step that it recorded stays', async () => {
    const step = {
      to: 'PAUSED',
      happened: '2026-03',
      reason: 'A rest.',
      answers: { arrangement: 'All are seen.' },
    } as const;
    const resting = await world.register({ title: 'Resting', state: 'LIVE', stateAt: '2025-01' });
    const going = await world.register({ title: 'Going', state: 'LIVE', stateAt: '2026-03' });
    await world.app.get(LifeCycleService).step(trust, resting, step);
    await world.app.get(LifeCycleService).step(trust, resting, {
      ...{ to: 'LIVE', happened: '2026-03', reason: 'On we go.', answers: {} },
    });
    const pairs = await world.pairs(`deployments/${going}/successors`);
    expect(pairs.map(({ earlier }) => earlier.title)).toContain('Resting');
    const all = (await world.pairs()).map((pair) => [pair.earlier.key, pair.later.key].sort().join(' '));
    expect([...new Set(all)]).toEqual(all);
  });

  it('cannot answer with words that say nothing, nor answer away what it did not answer to', async () => {
    const path = `${later}/successors/${world.closed}`;
    for (const different of ['', 'TBC', '...', 'not applicable'])
      expect((await world.answer(path, { ...DENIAL, different })).status).toBe(422);
    expect((await world.answer(path, { says: 'DOES_NOT_FOLLOW' })).status).toBe(422);
    expect((await world.answer(path, { ...DENIAL, features: ['HUB:all'] })).status).toBe(422);
    expect((await world.answer(path, DENIAL)).status).toBe(201);
    expect(await listed()).toBe(true);
    await world.app
      .get(DeploymentsService)
      .addName(trust, later, { name: 'Calm Response Team', kind: 'LOCAL' });
    const [pair] = (await world.pairs(`deployments/${later}/successors`)).filter(
      ({ earlier }) => earlier.title === 'A',
    );
    expect(pair?.trusts[0]).toMatchObject({
      standing: 'OPEN_AGAIN',
      notAnsweredTo: ['NAME:calm response team'],
    });
  });

  it('cannot answer by sending twice, nor for a scheme of another trust, by any way', async () => {
    const once = newId();
    const path = `${later}/successors/${world.closed}`;
    for (const says of ['FOLLOWS', 'FOLLOWS']) await world.answer(path, { says, once });
    const { rows } = await world.superuser.query('SELECT id FROM succession.answer WHERE id = $1', [once]);
    expect(rows).toHaveLength(1);
    expect((await world.answer(path, { says: 'FOLLOWS' }, world.stranger.token)).status).toBe(403);
    const theirs = somebody('TRUST_SUBMITTER', newId());
    expect(await inSql(theirs, insertion(world.closed, world.trust))).toContain('row-level security');
    expect(await inSql(trust, insertion(later, newId()))).toContain('row-level security');
    const other = await world.register({ title: 'Of the trust', agencies: [] });
    expect(await inSql(trust, insertion(other, world.trust))).toContain(
      'whoever answers leads one of the two',
    );
    expect(await inSql(trust, insertion(later, world.trust))).toContain('event');
  });

  it('cannot fill the page of two schemes with answers: a third in a day is refused, kept and taken the day after', async () => {
    const beside = await world.register({ title: 'Filled with answers', state: 'LIVE', stateAt: '2026-03' });
    const path = `${beside}/successors/${world.closed}`;
    const own = await signedIn(world, 'TRUST_SUBMITTER', world.trust, world.clock.now());
    expect((await world.answer(path, DENIAL)).status).toBe(201);
    const once = newId();
    for (const status of [201, 201])
      expect((await world.answer(path, { ...DENIAL, ended: 'The panel ended.', once })).status).toBe(status);
    const third = await world.answer(path, { ...DENIAL, ended: 'All of it ended in May.' }, own.token);
    expect([third.status, await third.text()]).toEqual([
      409,
      expect.stringContaining('can answer again tomorrow'),
    ]);
    await own.page.open(`/deployments/${path}/answer`);
    own.page
      .choose('It does not follow')
      .fill('ended', 'All of it ended in May.')
      .fill('different', DENIAL.different)
      .fill('people', DENIAL.people);
    await own.page.press('Save the answer');
    expect([own.page.status, own.page.value('ended')]).toEqual([409, 'All of it ended in May.']);
    const [seen] = await world.pairs(`deployments/${beside}/successors`);
    expect(seen?.trusts[0]?.answers).toHaveLength(2);
    const sql = insertion(beside, world.trust, world.clock.today()).replaceAll(later, beside);
    expect(await inSql(trust, sql)).toContain('answered about these two schemes twice today');
    const another = await world.register({ title: 'Answered besides', state: 'LIVE', stateAt: '2026-03' });
    expect((await world.answer(`${another}/successors/${world.closed}`, DENIAL)).status).toBe(201);
    world.clock.pass(24 * 60 * 60 * 1000);
    expect((await world.answer(path, { says: 'FOLLOWS' })).status).toBe(201);
  });

  it('cannot change an answer, nor what was noted of its schemes', async () => {
    for (const text of [
      `UPDATE succession.answer SET says = 'FOLLOWS'`,
      'DELETE FROM succession.answer',
      'DELETE FROM succession.feature',
      `UPDATE succession.feature SET value = 'x'`,
      `INSERT INTO succession.feature (subject_kind) VALUES ('x')`,
    ])
      expect(await inSql(trust, text)).toContain('permission denied');
  });

  it('shows nobody a draft by what it shares: it is listed to its own trust alone', async () => {
    const { id } = await world.app.get(DeploymentsService).register(trust, {
      ...{
        organisationId: world.trust,
        title: 'A draft',
        area: 'The Vale',
        names: [],
        state: 'LIVE',
        stateAt: '2026-03',
      },
      ...{ agencies: [{ name: FORCE, part: 'POLICE' }], started: null, startPlanned: false },
    });
    expect((await world.pairs()).some((pair) => pair.later.title === 'A draft')).toBe(false);
    const own = await signedIn(world, 'TRUST_SUBMITTER', world.trust, world.clock.now());
    expect((await own.page.open('/successors')).text).toContain('“A draft” may follow “A”');
    const response = await world.answer(`${id}/successors/${world.closed}`, DENIAL);
    expect(response.status).toBe(403);
  });

  async function inSql(actor: Actor, text: string): Promise<string> {
    try {
      await world.app.get(Database).write(scopeOf(actor), (manager) => manager.query(text));
      return 'done';
    } catch (fault) {
      return String(fault);
    }
  }

  function insertion(scheme: Uuid, organisation: Uuid, on = '2026-02-27'): string {
    return `INSERT INTO succession.answer (id, revision, earlier_id, later_id, scheme_id, organisation_id, says, features, answered_on)
      VALUES (gen_random_uuid(), 1, '${world.closed}', '${later}', '${scheme}', '${organisation}', 'FOLLOWS', '{}', '${on}')`;
  }
});

const TEAM = [
  ['Example Vale Trust', 'CLINICIAN'],
  [FORCE, 'POLICE_OFFICER'],
] as const;
