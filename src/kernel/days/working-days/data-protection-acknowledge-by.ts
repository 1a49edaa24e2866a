import { addDays, type CalendarDay } from '../calendar-day.js';
import { nextWorkingDay } from './next-working-day.js';

const DAYS_TO_ACKNOWLEDGE = 30;

/**
 * The last day to acknowledge a data protection complaint: 30 calendar days from the day after receipt, moved to the
 * next working day where the last one is a weekend or holiday (Data (Use and Access) Act 2025, from 19 June 2026).
 * @throws BeyondTheCalendar outside the years of the table.
 */
export function dataProtectionAcknowledgeBy(received: CalendarDay): CalendarDay {
  return nextWorkingDay(addDays(received, DAYS_TO_ACKNOWLEDGE));
}
