import { addDays, type CalendarDay } from '../calendar-day.js';
import { isWorkingDay } from './is-working-day.js';

/**
 * How many working days lie after the first day up to and including the second; negative when the second comes first.
 * So the answer to "how many did they have?" between a request and its deadline.
 * @throws BeyondTheCalendar outside the years of the table.
 */
export function workingDaysBetween(from: CalendarDay, to: CalendarDay): number {
  if (to < from) return -workingDaysBetween(to, from) || 0;
  isWorkingDay(from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}
