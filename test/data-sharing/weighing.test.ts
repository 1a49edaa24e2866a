import { DisclosuresQueries } from '../../src/data-sharing/disclosing/disclosures.queries.js';
import { LeadingService } from '../../src/data-sharing/examining/leading.service.js';
import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import type { JudgingPost } from '../../src/data-sharing/flow/stated-judgement.entity.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import type { JudgementInput } from '../../src/data-sharing/weighing/judge-stated.form.js';
import { WeighingService } from '../../src/data-sharing/weighing/weighing.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import {
  ChangedMeanwhile,
  NotFound,
  NotPermitted,
  OutOfTurn,
  Unprocessable,
} from '../../src/kernel/refusal.js';
import { aFlow, drafted, everyExplanation, submittedFlow, underReview } from '../support/data-flows.js';
import { reviewWorld, type Part, type ReviewWorld } from '../support/reviews.js';

const ALL = { limit: 200, after: null };
const REASON = 'I read the words beside the notes of three people.';

describe('What a record only states is judged by people other than its writers', () => {
  let world: ReviewWorld;
  let queries: FlowsQueries;
  let flowId: Uuid;
  let reportId: Uuid;
  let stated: readonly string[];

  beforeAll(async () => {
    world = await reviewWorld();
    queries = world.service(FlowsQueries);
    flowId = await submittedFlow(world);
    await underReview(world);
    ({ reportId, stated } = await newestOf(flowId));
  }, 120_000);

  afterAll(() => world.close());

  it('the Guardian, the officer and a reviewer, each in their post, and no result becomes another', async () => {
    const [rule = '', second = ''] = stated;
    await judged('guardian', 'CALDICOTT_GUARDIAN', [
      { rule, finding: 'ADEQUATE', reason: REASON },
      { rule: second, finding: 'NOT_ADEQUATE', reason: 'It names nobody.' },
    ]);
    await judged('officer', 'DPO', [
      { rule, finding: 'CANNOT_TELL', reason: 'It does not say who decides.' },
    ]);
    await judged('first', 'REVIEWER', [{ rule, finding: 'NOT_ADEQUATE', reason: 'It is a standing view.' }]);
    const report = await queries.report(await world.as('lived'), reportId);
    expect(report?.results.filter((one) => one.rule === rule).map(({ outcome }) => outcome)).toEqual([
      'STATED',
    ]);
    expect(report?.judgements).toMatchObject([
      { rule, post: 'CALDICOTT_GUARDIAN', finding: 'ADEQUATE', reason: REASON, judgedOn: '2026-11-23' },
      { rule, post: 'DPO', finding: 'CANNOT_TELL' },
      { rule, post: 'REVIEWER', finding: 'NOT_ADEQUATE' },
      { rule: second, post: 'CALDICOTT_GUARDIAN', finding: 'NOT_ADEQUATE' },
    ]);
    expect(report?.judgements.every(({ inputHash }) => inputHash === report.inputHash)).toBe(true);
    expect(report?.judgements[0]?.said).toContain('nobody has checked it');
    expect(JSON.stringify(report)).not.toContain(world.personId('guardian'));
  });

  it('in public at once, with post and reason and without a name', async () => {
    const { items } = await world.service(DisclosuresQueries).page(VISITOR, world.deploymentId, ALL);
    const told = items.filter(({ subject }) => subject === 'judgement');
    expect(told.map(({ content }) => content)).toContainEqual({
      ...{
        tells: 'judgement',
        rule: stated[0],
        ruleVersion: expect.any(Number) as number,
        post: 'CALDICOTT_GUARDIAN',
      },
      ...{ finding: 'ADEQUATE', reason: REASON },
    });
    expect(told).toHaveLength(4);
    for (const part of ['guardian', 'officer', 'first'] as const)
      expect(JSON.stringify(items)).not.toContain(world.personId(part));
  });

  it('and a later judgement of a post stands beside the one before', async () => {
    const rule = stated[2] ?? '';
    await judged('guardian', 'CALDICOTT_GUARDIAN', [{ rule, finding: 'CANNOT_TELL', reason: 'Not yet.' }]);
    world.clock.setTo('2026-11-24');
    await judged('guardian', 'CALDICOTT_GUARDIAN', [{ rule, finding: 'ADEQUATE', reason: 'Now I have.' }]);
    await judged('first', 'REVIEWER', [{ rule, finding: 'ADEQUATE', reason: 'One reviewer.' }]);
    await judged('lived', 'REVIEWER', [{ rule, finding: 'ADEQUATE', reason: 'Another reviewer.' }]);
    const flow = await queries.one(await world.as('submitter'), flowId);
    expect(flow?.judgements.filter((one) => one.rule === rule)).toMatchObject([
      { finding: 'CANNOT_TELL', judgedOn: '2026-11-23', followedOn: '2026-11-24' },
      { finding: 'ADEQUATE', judgedOn: '2026-11-24', followedOn: null },
      { reason: 'One reviewer.', followedOn: null },
      { reason: 'Another reviewer.', followedOn: null },
    ]);
  });

  it('only what is stated, once in one act, with a reason, and all of it or nothing', async () => {
    const { results = [] } = (await queries.report(await world.as('guardian'), reportId)) ?? {};
    const shown = results.find(({ outcome }) => outcome === 'PASS')?.rule ?? '';
    const [rule = ''] = stated;
    const before = await count();
    const adequate = { finding: 'ADEQUATE', reason: REASON } as const;
    for (const wrong of [shown, 'R-NONE-1'])
      await expect(
        judged('guardian', 'CALDICOTT_GUARDIAN', [
          { rule, ...adequate },
          { rule: wrong, ...adequate },
        ]),
      ).rejects.toThrow(Unprocessable);
    await expect(
      judged('guardian', 'CALDICOTT_GUARDIAN', [
        { rule, ...adequate },
        { rule, ...adequate },
      ]),
    ).rejects.toThrow(Unprocessable);
    await expect(
      judged('guardian', 'CALDICOTT_GUARDIAN', [{ rule, finding: 'ADEQUATE', reason: ' ' }]),
    ).rejects.toThrow(/a judgement has a reason/);
    expect(await count()).toBe(before);
  });

  it('nobody in a post that is not theirs, and nobody in two', async () => {
    const [rule = ''] = stated;
    const said: JudgementInput[] = [{ rule, finding: 'ADEQUATE', reason: REASON }];
    for (const [part, post] of [
      ['guardian', 'DPO'],
      ['guardian', 'REVIEWER'],
      ['officer', 'CALDICOTT_GUARDIAN'],
      ['executive', 'CALDICOTT_GUARDIAN'],
      ['first', 'CALDICOTT_GUARDIAN'],
      ['auditor', 'REVIEWER'],
    ] as const)
      await expect(judged(part, post, said)).rejects.toThrow(NotPermitted);
    await expect(judged('submitter', 'CALDICOTT_GUARDIAN', said)).rejects.toThrow(OutOfTurn);
    for (const part of ['stranger', 'otherLead', 'admin', 'group'] as const)
      await expect(judged(part, 'REVIEWER', said)).rejects.toThrow(NotFound);
  });

  it('not what others judged meanwhile, and not a version that another followed', async () => {
    const id = await submittedFlow(world);
    const found = await newestOf(id);
    const said = { rule: found.stated[0] ?? '', finding: 'ADEQUATE', reason: REASON } as const;
    const guardian = await world.as('guardian');
    const weighing = world.service(WeighingService);
    const input = { post: 'CALDICOTT_GUARDIAN', judgements: [said], seen: 0 } as const;
    const both = await Promise.allSettled([
      weighing.judge(guardian, found.reportId, input),
      weighing.judge(guardian, found.reportId, input),
    ]);
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toEqual([expect.any(ChangedMeanwhile)]);

    const lead = await world.as('lead');
    await world.service(LeadingService).reevaluate(lead, id, 'Judged anew');
    const anew = await queries.report(lead, (await newestOf(id)).reportId);
    expect(anew?.judgements).toMatchObject([{ rule: said.rule, finding: 'ADEQUATE' }]);

    const submitter = await world.as('submitter');
    const next = await world.service(FlowsService).revise(submitter, id, 'Another recipient.');
    const explanations = await everyExplanation(world, submitter, next.id);
    await world.service(FlowsService).submit(submitter, next.id, { explanations });
    expect((await queries.one(submitter, next.id))?.judgements).toEqual([]);
    await expect(weighing.judge(guardian, found.reportId, { ...input, seen: 1 })).rejects.toThrow(
      /a newer version of the flow is submitted/,
    );
  });

  it('and a draft has no report to judge', async () => {
    const id = await drafted(world, aFlow());
    expect((await queries.one(await world.as('guardian'), id))?.reports).toEqual([]);
  });

  async function judged(part: Part, post: JudgingPost, judgements: readonly JudgementInput[]) {
    return world.service(WeighingService).judge(await world.as(part), reportId, { post, judgements });
  }

  async function newestOf(id: Uuid) {
    const submitter = await world.as('submitter');
    const flow = await queries.one(submitter, id);
    const report = await queries.report(submitter, flow?.reports.at(-1)?.id ?? '');
    const rules = (report?.results ?? []).filter(({ outcome }) => outcome === 'STATED');
    return { reportId: report?.id ?? '', stated: rules.map(({ rule }) => rule) };
  }

  async function count(): Promise<number> {
    const { rows } = await world.superuser.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM data_sharing.stated_judgement',
    );
    return rows[0]?.n ?? 0;
  }
});
