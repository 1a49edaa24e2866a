import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { PresentPromises, PublicFacts, TakenSteps } from '../../reviews/progress/review-dates.js';

/**
 * Why it is not yet this review's turn to be published, as a sentence; null when it is. What was submitted is published
 * after its replies; what was never submitted is published as silence, once the trust's time to answer has passed.
 */
export function notYetPublishable(
  facts: Pick<TakenSteps, 'submittedOn' | 'replyClosedOn'> &
    Pick<PresentPromises, 'selfReviewDue'> &
    Pick<PublicFacts, 'voidedOn'>,
  today: CalendarDay,
): string | null {
  const { submittedOn, replyClosedOn, selfReviewDue, voidedOn } = facts;
  if (voidedOn !== null) return 'The round was voided, so nothing of it is published.';
  if (submittedOn !== null)
    return replyClosedOn === null ? 'Settle the findings first, after the time for reply.' : null;
  return today > selfReviewDue ? null : 'The trust still has time to answer.';
}
