import type { CalendarDay } from './calendar-day.js';

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day that people in London had at this instant: what "received on" and "due by" mean everywhere in Candour. */
export function londonDay(instant: Date): CalendarDay {
  const parts = new Map(LONDON.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}
