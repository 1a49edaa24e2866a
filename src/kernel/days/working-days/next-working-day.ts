import { addDays, type CalendarDay } from '../calendar-day.js';
import { isWorkingDay } from './is-working-day.js';

/**
 * The day itself when it is a working day, otherwise the first working day after it.
 * @throws BeyondTheCalendar outside the years of the table.
 */
export function nextWorkingDay(day: CalendarDay): CalendarDay {
  let candidate = day;
  while (!isWorkingDay(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}
