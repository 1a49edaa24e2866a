import type { CalendarDay } from './calendar-day.js';
import { PartialDate } from './partial-date.js';

/** True where every day that this date can mean is still to come, so that nothing can have happened on it. */
export function isToCome(known: string | null | undefined, today: CalendarDay): boolean {
  return known !== null && known !== undefined && PartialDate.from(known).earliestDay > today;
}

/** True where one date certainly lies before another; dates that are not known fit anything. */
export function isOutOfOrder(earlier: string | null | undefined, later: string | null | undefined): boolean {
  if (earlier === null || earlier === undefined || later === null || later === undefined) return false;
  return PartialDate.from(later).isCertainlyBefore(PartialDate.from(earlier));
}
