/** A moment, a full day (`2026-11-22`), or as much of a day as is known (`2018-09`, `2018`). */
export type WhenWritten = Date | string;

/**
 * A day in the GOV.UK style: "22 November 2026", "September 2018" or "2018", as precisely as it was given.
 * Anything that is not a date is returned unchanged, so that a page never hides what is stored.
 */
export function day(when: WhenWritten | null | undefined): string {
  if (when === null || when === undefined) return '';
  if (when instanceof Date) return parts(when, { day: 'numeric', month: 'long', year: 'numeric' });
  const [, year, month, date] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:$|T)/.exec(when) ?? [];
  if (year === undefined) return when;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [date === undefined ? undefined : String(Number(date)), name, year].filter(Boolean).join(' ');
}

/** A time of day in London in the GOV.UK style: "3:05pm", "9am", "midday", "midnight". */
export function time(when: Date): string {
  const [hours = 0, minutes = 0] = parts(when, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .split(':')
    .map(Number);
  if (minutes === 0 && hours === 0) return 'midnight';
  if (minutes === 0 && hours === 12) return 'midday';
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `${hours % 12 === 0 ? 12 : hours % 12}${past}${hours < 12 ? 'am' : 'pm'}`;
}

/** "22 November 2026 at 3:05pm", London time. */
export function dayAndTime(when: Date): string {
  return `${day(when)} at ${time(when)}`;
}

/** "no files", "1 file", "2 files", "1,204 files"; give the plural where it is not formed with an s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function sentenceList(items: readonly string[], joiner = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1) ?? ''}`;
}

/** Digits in groups of three: "1,204"; decimals stay as they are. */
export function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 20 });
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function parts(when: Date, shape: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...shape }).format(when);
}
