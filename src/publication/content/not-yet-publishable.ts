import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { ReviewDates } from '../../reviews/review-state.js';
import type { Answering } from './published-content.js';

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

/** Whether the trust answered, as the result will say. */
export function answeringOf({
  acknowledgedOn,
  submittedOn,
}: Pick<ReviewDates, 'acknowledgedOn' | 'submittedOn'>): Answering {
  if (submittedOn !== null) return 'ANSWERED';
  return acknowledgedOn === null ? 'NOT_ACKNOWLEDGED' : 'NOT_ANSWERED';
}
