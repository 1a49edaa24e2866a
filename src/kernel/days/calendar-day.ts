/** A day of the civil calendar as `YYYY-MM-DD`. Days compare and sort as text; they carry no time and no zone. */
export type CalendarDay = string;

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** True when the text names a day that exists, so `2021-02-29` does not. */
export function isCalendarDay(text: unknown): text is CalendarDay {
  if (typeof text !== 'string' || !DAY_PATTERN.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The day that lies so many calendar days after (or, when negative, before) the given one. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return fromInstant(new Date(instantOf(day) + count * MILLISECONDS_A_DAY));
}

/**
 * The corresponding date so many calendar months later, and whether it exists: 31 August plus six months has no
 * corresponding date, and the last day of that month stands in for it.
 */
export function addMonths(
  day: CalendarDay,
  count: number,
): { readonly day: CalendarDay; readonly exists: boolean } {
  const start = new Date(instantOf(day));
  const month = start.getUTCMonth() + count;
  const lastOfMonth = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0));
  if (lastOfMonth.getUTCDate() < start.getUTCDate()) return { day: fromInstant(lastOfMonth), exists: false };
  return {
    day: fromInstant(new Date(Date.UTC(start.getUTCFullYear(), month, start.getUTCDate()))),
    exists: true,
  };
}

/** How many calendar days lie between two days; negative when the second comes first. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (instantOf(to) - instantOf(from)) / MILLISECONDS_A_DAY;
}

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(instantOf(day)).getUTCDay();
}

/** The calendar year of the day. */
export function yearOf(day: CalendarDay): number {
  return new Date(instantOf(day)).getUTCFullYear();
}

function instantOf(day: CalendarDay): number {
  if (!isCalendarDay(day)) throw new RangeError('A calendar day is written YYYY-MM-DD and must exist.');
  return Date.parse(`${day}T00:00:00Z`);
}

function fromInstant(instant: Date): CalendarDay {
  return instant.toISOString().slice(0, 10);
}
