import { londonDay } from './london-day.js';

describe('The day an act counts on', () => {
  it('is the day in London: 23:30 UTC on 30 June is already 1 July', () => {
    expect(londonDay(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  });

  it('follows UTC in winter', () => {
    expect(londonDay(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
  });
});
