import { type CalendarDay, weekdayOf, yearOf } from '../calendar-day.js';
import { BeyondTheCalendar } from './beyond-the-calendar.js';
import { ENGLAND_AND_WALES } from './england-and-wales.js';
import type { HolidayYear, WorkingDayCalendar } from './working-day-calendar.js';

const SUNDAY = 0;
const SATURDAY = 6;

/**
 * True unless the day is a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in England
 * (SI 2009/309 reg 2). 25 December is never a working day, even where the table lists only its substitute.
 * @throws BeyondTheCalendar outside the years of the table.
 */
export function isWorkingDay(day: CalendarDay, calendar: WorkingDayCalendar = ENGLAND_AND_WALES): boolean {
  const { days } = holidaysOfTheYear(day, calendar);
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY || weekday === SUNDAY || day.endsWith('-12-25')) return false;
  return !Object.hasOwn(days, day);
}

function holidaysOfTheYear(day: CalendarDay, { years }: WorkingDayCalendar): HolidayYear {
  const year = yearOf(day);
  const known = years.find((candidate) => candidate.year === year);
  if (known === undefined) {
    const all = years.map((candidate) => candidate.year);
    throw new BeyondTheCalendar(day, Math.min(...all), Math.max(...all));
  }
  return known;
}
