const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in London at an instant, as `2026-11-22`: the day on which an act counts in England. */
export function londonDay(at: Date): string {
  return LONDON.format(at);
}
