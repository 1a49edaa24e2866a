import { addMonths, type CalendarDay } from '../../../kernel/days/calendar-day.js';

/** A scheme that may go on for longer than this after an order was not ordered to halt. */
const MOST_MONTHS_TO_HALT = 12;

/** When an order was given, and by when the scheme must have stopped. */
interface OrderedDays {
  readonly orderedOn: CalendarDay;
  readonly effectiveOn: CalendarDay;
}

/** Why a scheme cannot be ordered to have stopped by that day; null where it can. An order that holds in 2100 is never overdue. */
export function heldFromFault({ orderedOn, effectiveOn }: OrderedDays): string | null {
  if (effectiveOn < orderedOn) return 'A halt takes effect on or after the day on which it is ordered';
  return effectiveOn > addMonths(orderedOn, MOST_MONTHS_TO_HALT).day
    ? 'A halt takes effect within 12 months of the day on which it is ordered'
    : null;
}
