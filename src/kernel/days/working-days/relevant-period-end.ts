import { addDays, addMonths, type CalendarDay } from '../calendar-day.js';

const MONTHS_TO_RESPOND = 6;

/**
 * The last day of the relevant period for an NHS complaint: 6 months commencing on the day of receipt
 * (SI 2009/309 reg 14(3)), so the day before the corresponding date, or the month's end where there is none.
 */
export function relevantPeriodEnd(received: CalendarDay): CalendarDay {
  const corresponding = addMonths(received, MONTHS_TO_RESPOND);
  return corresponding.exists ? addDays(corresponding.day, -1) : corresponding.day;
}
