import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { PublicFacts, TakenSteps } from './review-dates.js';

/** Everything that can be to do in a review, in the order of its life. */
export const REVIEW_WORKS = [
  'ACKNOWLEDGE',
  'ANSWER',
  'SCORE',
  'MODERATE',
  'REPLY',
  'DECIDE_REPLIES',
  'PUBLISH',
  'FOLLOW_UP',
  'NONE',
] as const;

/** What can be done in a review now. It follows from the steps alone: no promised day that passed takes work away. */
export type ReviewWork = (typeof REVIEW_WORKS)[number];

/** The days from which the work follows. */
export type WorkFacts = Readonly<
  Omit<TakenSteps, 'startedOn' | 'publishedOn'> & Pick<PublicFacts, 'releasedOn' | 'voidedOn'>
>;

/** The words people see for what is to be done. */
export const REVIEW_WORK_WORDS: Readonly<Record<ReviewWork, string>> = {
  ACKNOWLEDGE: 'Waiting for the trust to acknowledge',
  ANSWER: 'The trust is answering',
  SCORE: 'Being scored',
  MODERATE: 'Being moderated',
  REPLY: 'Open for reply',
  DECIDE_REPLIES: 'Replies are being decided',
  PUBLISH: 'Settled, to be published',
  FOLLOW_UP: 'Published, actions are followed up',
  NONE: 'Nothing, the round was voided',
};

/** What can be done in a review on a day. */
export function reviewWork(facts: WorkFacts, today: CalendarDay): ReviewWork {
  if (facts.voidedOn !== null) return 'NONE';
  if (facts.submittedOn === null) return facts.acknowledgedOn === null ? 'ACKNOWLEDGE' : 'ANSWER';
  if (facts.scoresOpenedOn === null) return 'SCORE';
  if (facts.moderationClosedOn === null || facts.replyDueOn === null) return 'MODERATE';
  if (facts.replyClosedOn === null) return today <= facts.replyDueOn ? 'REPLY' : 'DECIDE_REPLIES';
  return facts.releasedOn !== null && facts.releasedOn >= facts.replyClosedOn ? 'FOLLOW_UP' : 'PUBLISH';
}
