import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { ReviewDates } from '../../reviews/review-state.js';

/**
 * Why it is not yet this review's turn to be published, as a sentence; null when it is. What was submitted is published
 * after its replies; what was never submitted is published as silence, once the trust's time to answer has passed.
 */
export function notYetPublishable(
  { submittedOn, replyClosedOn, selfReviewDue }: ReviewDates,
  today: CalendarDay,
): string | null {
  if (submittedOn !== null)
    return replyClosedOn === null ? 'Settle the findings first, after the time for reply.' : null;
  return today > selfReviewDue ? null : 'The trust still has time to answer.';
}
