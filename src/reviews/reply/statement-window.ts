import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { PublicFacts, TakenSteps } from '../progress/review-dates.js';

/** Whether user-led groups can state now, and the last day for it; null while no day is fixed yet. */
export interface StatementWindow {
  readonly isOpen: boolean;
  readonly lastDay: CalendarDay | null;
}

/**
 * The time for statements ends with the time for reply, which is fixed when moderation is closed. A review that was
 * published as silence takes none until the trust answers after all: no release would carry them.
 */
export function statementWindow(
  {
    submittedOn,
    replyDueOn,
    replyClosedOn,
    publishedOn,
    voidedOn,
  }: Pick<TakenSteps, 'submittedOn' | 'replyDueOn' | 'replyClosedOn' | 'publishedOn'> &
    Pick<PublicFacts, 'voidedOn'>,
  today: CalendarDay,
): StatementWindow {
  if (voidedOn !== null) return { isOpen: false, lastDay: voidedOn };
  if (submittedOn === null) return { isOpen: publishedOn === null, lastDay: publishedOn };
  const isOpen = replyClosedOn === null && (replyDueOn === null || today <= replyDueOn);
  return { isOpen, lastDay: replyDueOn };
}
