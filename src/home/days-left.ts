import { daysBetween, type CalendarDay } from '../kernel/days/calendar-day.js';
import type { StateTag } from '../web/state-tag.js';
import { plural } from '../web/words.js';

const SOON = 5;

/** Calendar days from today to a day: 0 on the day itself, fewer when it has passed, null where there is no day. */
export function daysLeft(due: CalendarDay | null, today: CalendarDay): number | null {
  return due === null ? null : daysBetween(today, due);
}

/** The days that are left in words, with a tone that says the same: overdue, soon, or later. */
export function daysLeftInWords(left: number | null): StateTag {
  if (left === null) return { text: 'No day is set', tone: 'quiet' };
  if (left < 0) return { text: `${plural(-left, 'day')} overdue`, tone: 'stop' };
  if (left === 0) return { text: 'Due today', tone: 'attention' };
  return { text: `${plural(left, 'day')} left`, tone: left <= SOON ? 'attention' : 'waiting' };
}
