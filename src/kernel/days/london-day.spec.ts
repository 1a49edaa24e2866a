import { londonDay } from './london-day.js';

describe('The day in London', () => {
  it('is already tomorrow for a form sent at 23:30 UTC in summer', () => {
    expect(londonDay(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  });

  it('is the same day as in UTC in winter', () => {
    expect(londonDay(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
  });

  it('turns over at midnight on both sides of the change of clocks', () => {
    expect(londonDay(new Date('2026-03-29T00:30:00Z'))).toBe('2026-03-29');
    expect(londonDay(new Date('2026-03-29T22:59:59Z'))).toBe('2026-03-29');
    expect(londonDay(new Date('2026-03-29T23:00:00Z'))).toBe('2026-03-30');
    expect(londonDay(new Date('2026-10-25T23:59:59Z'))).toBe('2026-10-25');
  });
});
