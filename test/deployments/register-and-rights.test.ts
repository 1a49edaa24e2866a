import { londonDay } from '../../src/kernel/days/london-day.js';
import { CohortService } from '../../src/deployments/cohort/cohort.service.js';
import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { PublishingService } from '../../src/deployments/publishing/publishing.service.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { ScreeningService } from '../../src/deployments/screening/screening.service.js';
import { LifeCycleService } from '../../src/deployments/life-cycle/life-cycle.service.js';
import { Actor, OPERATOR, receiptHolder, VISITOR } from '../../src/identity/actor.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { NotFound, NotPermitted, OutOfTurn, SignInNeeded, Unprocessable } from '../../src/kernel/refusal.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import {
  publishedScheme,
  registered,
  screeningAnswers,
  somebody,
  newScheme,
} from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';

describe('A trust registers its own schemes', () => {
  let world: CandourOnDatabase;
  let deployments: DeploymentsService;
  let publishing: PublishingService;
  let screenings: ScreeningService;
  let lifeCycle: LifeCycleService;
  let cohort: CohortService;
  let queries: DeploymentsQueries;
  let trust: Uuid;
  let submitter: Actor;
  let rival: Actor;

  beforeAll(async () => {
    world = await candourOnDatabase();
    deployments = world.candour.get(DeploymentsService);
    publishing = world.candour.get(PublishingService);
    screenings = world.candour.get(ScreeningService);
    lifeCycle = world.candour.get(LifeCycleService);
    cohort = world.candour.get(CohortService);
    queries = world.candour.get(DeploymentsQueries);
    const [one, other] = await registered(
      world.candour,
      anOrganisation({ name: 'Example Mental Health Trust' }),
      anOrganisation({ name: 'Other Trust' }),
    );
    trust = one?.id ?? '';
    submitter = somebody('TRUST_SUBMITTER', trust);
    rival = somebody('TRUST_SUBMITTER', other?.id ?? null);
  });

  afterAll(() => world.close());

  it('and a draft is read by its own people, auditors and the operator, and by nobody else', async () => {
    const { id, key } = await deployments.register(submitter, newScheme(trust));
    const guardian = somebody('CALDICOTT_GUARDIAN', trust);
    for (const reader of [submitter, guardian, somebody('AUDITOR'), OPERATOR])
      expect(await queries.one(reader, key)).toMatchObject({
        id,
        published: false,
        names: [{ name: 'JRT' }],
      });
    const others = [rival, VISITOR, receiptHolder(newId()), somebody('REVIEWER'), somebody('ADMIN')];
    for (const reader of others) expect(await queries.one(reader, key)).toBeNull();
  });

  it('with its word kept as a claim of its own, so that the state always has a source', async () => {
    const { key } = await deployments.register(
      submitter,
      newScheme(trust, { started: '2026-03', startPlanned: true }),
    );
    const detail = await queries.one(submitter, key);
    expect(detail?.stateClaims).toEqual([`${key}-state`]);
    expect(detail?.claims).toMatchObject([
      {
        topic: 'STATE',
        value: 'PLANNED',
        registeredBy: 'trust',
        sources: [{ publisher: 'Example Mental Health Trust' }],
      },
      {
        topic: 'START',
        dated: '2026-03',
        planned: true,
        statement: expect.stringMatching(/planned to start in March 2026/),
      },
    ]);
  });

  it('for itself alone: another trust, a reviewer or a visitor is refused', async () => {
    const told = newScheme(trust);
    for (const actor of [rival, somebody('REVIEWER'), somebody('ADMIN')])
      await expect(deployments.register(actor, told)).rejects.toThrow(NotPermitted);
    await expect(deployments.register(VISITOR, told)).rejects.toThrow(SignInNeeded);
  });

  it('and publishes after screening, with everything in it, once', async () => {
    const { id } = await deployments.register(submitter, newScheme(trust));
    await expect(publishing.publish(submitter, id)).rejects.toThrow(OutOfTurn);
    await screenings.screen(submitter, id, { answers: screeningAnswers(), evidence: {} });
    await publishing.publish(submitter, id);
    expect(await queries.one(VISITOR, id)).toMatchObject({
      published: true,
      classification: 'OTHER_JOINT_WORK',
      names: [{ name: 'JRT' }],
      agencies: [{ name: 'Exampleshire Police', part: 'POLICE' }],
      claims: [{ topic: 'STATE' }],
      screenings: [{ classification: 'OTHER_JOINT_WORK' }],
    });
    await expect(publishing.publish(submitter, id)).rejects.toThrow(OutOfTurn);
  });

  it('and nobody else adds to it, corrects it, screens it or moves it on', async () => {
    const id = await publishedScheme(world.candour, submitter, newScheme(trust));
    const screening = { answers: screeningAnswers(), evidence: {} };
    const step = { to: 'NOT_ADOPTED', happened: '2026-02', reason: 'A reason.', answers: {} } as const;
    for (const actor of [rival, somebody('REVIEWER'), somebody('CALDICOTT_GUARDIAN', trust)]) {
      await expect(deployments.addName(actor, id, { name: 'Other', kind: 'LATER' })).rejects.toThrow(
        NotPermitted,
      );
      await expect(deployments.addAgency(actor, id, { name: 'X', part: 'OTHER' })).rejects.toThrow(
        NotPermitted,
      );
      await expect(deployments.correct(actor, id, { title: 'T', area: 'A', note: null })).rejects.toThrow();
      await expect(cohort.describe(actor, id, { offenceHistory: 'ALL' })).rejects.toThrow(NotPermitted);
      await expect(screenings.screen(actor, id, screening)).rejects.toThrow(NotPermitted);
      await expect(lifeCycle.step(actor, id, step)).rejects.toThrow();
    }
    expect(await queries.one(VISITOR, id)).toMatchObject({
      title: newScheme(trust).title,
      stateCode: 'PLANNED',
    });
  });

  it('and says of all its people whether they have offended, as often as that changes, with each answer in the log', async () => {
    const { id } = await deployments.register(submitter, newScheme(trust));
    expect(await queries.one(submitter, id)).toMatchObject({ offenceHistory: null, offenceHistoryOn: null });
    await expect(cohort.describe(rival, id, { offenceHistory: 'ALL' })).rejects.toThrow(NotFound);
    for (const offenceHistory of ['NOT_KNOWN', 'SOME', 'SOME', 'NONE'] as const)
      await cohort.describe(submitter, id, { offenceHistory });
    const said = { offenceHistory: 'NONE', offenceHistoryOn: londonDay(new Date()) };
    expect(await queries.one(submitter, id)).toMatchObject(said);
    expect(await queries.one(VISITOR, id)).toBeNull();
    const { rows } = await world.superuser.query<{ said: string }>(
      `SELECT leaf::jsonb -> 'record' ->> 'offenceHistory' AS said FROM ledger.event
       WHERE subject_id = $1 AND action = 'describe' ORDER BY revision`,
      [id],
    );
    expect(rows.map((row) => row.said)).toEqual(['NOT_KNOWN', 'SOME', 'NONE']);
    await expect(cohort.describe(submitter, id, { offenceHistory: 'ALL', expected: 1 })).rejects.toThrow(
      /newer version/,
    );
  });

  it('and a draft of another trust is simply not there', async () => {
    const { id } = await deployments.register(submitter, newScheme(trust));
    await expect(deployments.addName(rival, id, { name: 'X', kind: 'LOCAL' })).rejects.toThrow(NotFound);
    await expect(publishing.publish(rival, id)).rejects.toThrow(NotFound);
  });

  it('and PostgreSQL refuses a part that is more open than its deployment, or that another trust slips in', async () => {
    const { id } = await deployments.register(submitter, newScheme(trust));
    const name = `INSERT INTO deployments.deployment_name (id, revision, deployment_id, lead_organisation_id, published, name, kind)
      VALUES ($1, 1, $2, $3, $4, 'Slipped in', 'LOCAL')`;
    const { superuser } = world;
    await superuser.query('BEGIN; SET CONSTRAINTS ALL IMMEDIATE');
    await expect(superuser.query(name, [newId(), id, trust, true])).rejects.toThrow(
      /as open as its deployment/,
    );
    await superuser.query('ROLLBACK');
    await superuser.query('BEGIN; SET CONSTRAINTS ALL IMMEDIATE');
    await expect(
      superuser.query(name, [newId(), id, rival.organisationsAs('TRUST_SUBMITTER')[0], false]),
    ).rejects.toThrow(/kept by the trust of its deployment/);
    await superuser.query('ROLLBACK');
  });

  it('and moves it through its life step by step, each with what it needs', async () => {
    const id = await publishedScheme(
      world.candour,
      submitter,
      newScheme(trust, { state: 'LIVE', stateAt: '2022-05' }),
    );
    const halt = {
      to: 'HALT_ORDERED',
      happened: '2026-03-02',
      reason: 'The position of 10 March 2023.',
    } as const;
    await expect(lifeCycle.step(submitter, id, { ...halt, answers: {} })).rejects.toThrow(Unprocessable);
    const answers = { orderedBy: 'Medical director', orderedOn: '2026-03-02', effectiveOn: '2026-03-09' };
    await lifeCycle.step(submitter, id, { ...halt, answers });
    const disband = {
      to: 'DISBANDED',
      happened: '2026-04',
      reason: 'The team was dissolved.',
      answers: {},
    } as const;
    await lifeCycle.step(submitter, id, disband);
    expect(await queries.one(VISITOR, id)).toMatchObject({
      stateCode: 'DISBANDED',
      stateAt: '2026-04',
      transitions: [
        { toState: 'DISBANDED', raises: ['D14.2'] },
        { fromState: 'LIVE', toState: 'HALT_ORDERED' },
      ],
      halts: [{ orderedBy: 'Medical director', effectiveOn: '2026-03-09' }],
    });
  });

  it('and two people who record a step at once cannot both be right', async () => {
    const id = await publishedScheme(world.candour, submitter, newScheme(trust));
    const step = { happened: '2026-02', reason: 'A reason.', answers: {} } as const;
    const ends = await Promise.allSettled([
      lifeCycle.step(submitter, id, { ...step, to: 'NOT_ADOPTED' }),
      lifeCycle.step(submitter, id, { ...step, to: 'ALTERNATIVE_ADOPTED' }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await queries.one(VISITOR, id))?.transitions).toHaveLength(1);
  });

  it('and whatever is sent several times at the same moment is one', async () => {
    const once = newId();
    const sentAtOnce = <T>(act: () => Promise<T>): Promise<T[]> =>
      Promise.all(Array.from({ length: 5 }, () => act()));
    const drafts = await sentAtOnce(() => deployments.register(submitter, newScheme(trust, { once })));
    const [first] = drafts;
    expect(drafts).toEqual(drafts.map(() => first));
    const screening = { answers: screeningAnswers(), evidence: {} };
    await sentAtOnce(() => screenings.screen(submitter, once, screening));
    const step = { to: 'NOT_ADOPTED', happened: '2026-02', reason: 'A reason.', answers: {} } as const;
    await sentAtOnce(() => lifeCycle.step(submitter, once, step));
    await sentAtOnce(() => cohort.describe(submitter, once, { offenceHistory: 'SOME' }));
    const detail = await queries.one(submitter, once);
    expect(detail).toMatchObject({ key: first?.key, names: [{ name: 'JRT' }], revision: 3 });
    expect(detail?.screenings).toHaveLength(1);
    expect(detail?.transitions).toHaveLength(1);
    await expect(deployments.register(rival, { ...newScheme(trust), once })).rejects.toThrow(OutOfTurn);
  });

  it('and what a trust claims stands beside what others say, without touching it', async () => {
    const id = await publishedScheme(world.candour, submitter, newScheme(trust));
    const before = await queries.one(VISITOR, id);
    const said = {
      topic: 'POSITION',
      statement: 'This is not SIM.',
      contradicts: [before?.claims[0]?.key ?? ''],
    } as const;
    const { key } = await deployments.state(submitter, id, said);
    const after = await queries.one(VISITOR, id);
    expect(after?.claims).toHaveLength(2);
    expect(after?.claims).toContainEqual(before?.claims[0]);
    expect(after?.claims.find((claim) => claim.key === key)).toMatchObject({ contradicts: said.contradicts });
    await expect(deployments.state(rival, id, said)).rejects.toThrow();
  });
});
