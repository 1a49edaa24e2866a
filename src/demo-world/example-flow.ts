import type { INestApplicationContext } from '@nestjs/common';
import { FlowsQueries } from '../data-sharing/flow/flows.queries.js';
import type { JudgedFinding, JudgingPost } from '../data-sharing/flow/stated-judgement.entity.js';
import { WeighingService } from '../data-sharing/weighing/weighing.service.js';
import { FlowsService } from '../data-sharing/recording/flows.service.js';
import { needsExplanation, type Explanations } from '../legal-basis/explanations.js';
import { FlowSigningService } from '../data-sharing/signing/flow-signing.service.js';
import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import type { DemoCast } from './demo-cast.js';
import type { DemoClock } from './demo-clock.js';
import { exampleFlowRecord } from './example-flow-record.js';

/** The fictional trust records its hardest flow, to the officer in the team; three people sign, and one dissents. */
export async function recordExampleFlow(
  candour: INestApplicationContext,
  { cast, clock, deploymentId }: { cast: DemoCast; clock: DemoClock; deploymentId: Uuid },
): Promise<void> {
  clock.turnTo('2026-07-06');
  const flows = candour.get(FlowsService);
  const submitter = await cast.as('submitter');
  const { id } = await flows.draft(submitter, deploymentId, exampleFlowRecord());
  const { results } = await flows.judge(submitter, id);
  const explained = results
    .filter(needsExplanation)
    .map(({ rule }): [string, string] => [
      rule,
      `Example data: what the fictional trust says about ${rule}.`,
    ]);
  const explanations: Explanations = Object.fromEntries(explained);
  await flows.submit(submitter, id, { explanations });
  await putExampleAside(flows, submitter, deploymentId);
  clock.turnTo('2026-07-13');
  const signing = candour.get(FlowSigningService);
  await judgeExampleWords(candour, cast, id);
  await signing.signOff(await cast.as('guardian'), id, {
    capacity: 'CALDICOTT_GUARDIAN',
    decision: 'REFUSED',
    reasons: 'Example data: an officer who may open the whole record sees more than any purpose here needs.',
    dissent: 'Example data: the account was opened before I was asked.',
    schemeParts: ['NONE'],
  });
  await signing.signOff(await cast.as('officer'), id, {
    capacity: 'DPO',
    decision: 'ADVISED',
    reasons: 'Example data: end the standing account, and decide each disclosure by itself.',
  });
  await signing.signOff(await cast.as('executive'), id, {
    capacity: 'EXEC_APPROVER',
    decision: 'APPROVED',
    reasons: 'Example data: the risk is accepted until the account is closed.',
  });
}

/** The Guardian and the officer judge words that the record only states. */
async function judgeExampleWords(
  candour: INestApplicationContext,
  cast: DemoCast,
  flowId: Uuid,
): Promise<void> {
  const guardian = await cast.as('guardian');
  const flow = await candour.get(FlowsQueries).one(guardian, flowId);
  const report = await candour.get(FlowsQueries).report(guardian, flow?.reports.at(-1)?.id ?? '');
  const stated = (report?.results ?? [])
    .filter(({ outcome }) => outcome === 'STATED')
    .map(({ rule }) => rule);
  const weighing = candour.get(WeighingService);
  const judge = (actor: Actor, post: JudgingPost, said: readonly JudgedFinding[], reason: string) =>
    weighing.judge(actor, report?.id ?? '', {
      post,
      judgements: stated
        .slice(0, said.length)
        .map((rule, place) => ({ rule, finding: said[place] ?? 'CANNOT_TELL', reason })),
    });
  const ofGuardian = 'Example data: what the Guardian found when the words were read beside the notes.';
  await judge(guardian, 'CALDICOTT_GUARDIAN', ['ADEQUATE', 'NOT_ADEQUATE'], ofGuardian);
  const ofOfficer = 'Example data: the words do not say who decides, so nobody can tell.';
  await judge(await cast.as('officer'), 'DPO', ['CANNOT_TELL'], ofOfficer);
}

/** The trust began the same flow twice, and put the second aside. */
async function putExampleAside(flows: FlowsService, submitter: Actor, deploymentId: Uuid): Promise<void> {
  const record = { title: 'Records of the team to the officer (example, begun twice)' };
  const { id } = await flows.draft(submitter, deploymentId, record);
  await flows.putAside(submitter, id, 'Example data: the same flow was begun twice.');
}
