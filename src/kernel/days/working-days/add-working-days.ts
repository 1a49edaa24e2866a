import { addDays, type CalendarDay } from '../calendar-day.js';
import { isWorkingDay } from './is-working-day.js';

/**
 * The last of so many working days after the given day, which is day 0 whether or not people work on it.
 * @throws BeyondTheCalendar outside the years of the table; RangeError when the count is not a whole number from 1.
 */
export function addWorkingDays(day: CalendarDay, count: number): CalendarDay {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError('Working days are counted in whole days from 1.');
  isWorkingDay(day);
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}
