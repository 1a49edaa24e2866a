import type { CalendarDay } from '../calendar-day.js';
import { addWorkingDays } from './add-working-days.js';

const WORKING_DAYS_TO_ACKNOWLEDGE = 3;

/**
 * The last day to acknowledge an NHS complaint: 3 working days after the day of receipt (SI 2009/309 reg 13).
 * @throws BeyondTheCalendar outside the years of the table.
 */
export function acknowledgeBy(received: CalendarDay): CalendarDay {
  return addWorkingDays(received, WORKING_DAYS_TO_ACKNOWLEDGE);
}
