import type { Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { judgeFlow, type Judged } from '../../legal-basis/judge-flow.js';
import type { FlowCase, JudgingQueries } from './judging.queries.js';
import { recordToJudge } from './record-to-judge.js';

/** What the rules say of a flow of the register, and whether they saw all that they compare it with. */
export interface JudgedCase extends Judged, Pick<FlowCase, 'readInPart'> {}

/** Judges a flow with what the register holds beside it, as the rules stand on a day. */
export function judgedCase(
  { flow, signOffs, register, readInPart }: FlowCase,
  day: CalendarDay,
  submittedBy = flow.submittedBy,
): JudgedCase {
  return { ...judgeFlow(recordToJudge({ ...flow, submittedBy }, signOffs), register, day), readInPart };
}

/** The case of a flow that is submitted. @throws NotFound when it cannot be seen; OutOfTurn for a draft. */
export async function submittedCase(judging: JudgingQueries, actor: Actor, flowId: Uuid): Promise<FlowCase> {
  const found = await judging.caseOf(actor, flowId);
  if (!found) throw new NotFound();
  if (!found.flow.submitted)
    throw new OutOfTurn('This flow is still a draft. It is signed after it is submitted.');
  return found;
}
