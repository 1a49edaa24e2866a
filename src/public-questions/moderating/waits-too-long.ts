import { addDays, type CalendarDay } from '../../kernel/days/calendar-day.js';
import { workingDaysBetween } from '../../kernel/days/working-days/working-days-between.js';

/** For so many working days a question may wait before everybody sees that it does. */
const WORKING_DAYS = 10;

/** The first day on which a question may have been asked that has not waited too long today. */
export function firstDayInTime(today: CalendarDay): CalendarDay {
  let reached = today;
  while (workingDaysBetween(addDays(reached, -1), today) <= WORKING_DAYS) reached = addDays(reached, -1);
  return reached;
}
