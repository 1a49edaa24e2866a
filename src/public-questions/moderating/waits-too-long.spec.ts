import fc from 'fast-check';
import { addDays } from '../../kernel/days/calendar-day.js';
import { workingDaysBetween } from '../../kernel/days/working-days/working-days-between.js';
import { firstDayInTime } from './waits-too-long.js';

describe('A question that waits to be read', () => {
  it('is in time for ten working days: Monday 1 June until Monday 15 June 2026', () => {
    expect(firstDayInTime('2026-06-15') <= '2026-06-01').toBe(true);
    expect(firstDayInTime('2026-06-16') <= '2026-06-01').toBe(false);
  });

  it('is not hurried by a bank holiday: from Thursday 21 May, with that of 25 May, until 5 June 2026', () => {
    expect(firstDayInTime('2026-06-05') <= '2026-05-21').toBe(true);
    expect(firstDayInTime('2026-06-06') <= '2026-05-21').toBe(true);
    expect(firstDayInTime('2026-06-08') <= '2026-05-21').toBe(false);
  });

  it('waits too long exactly when it was asked more than ten working days ago', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 40 }), (at, before) => {
        const today = addDays('2025-01-02', at + 40);
        const askedOn = addDays(today, -before);
        expect(askedOn < firstDayInTime(today)).toBe(workingDaysBetween(askedOn, today) > 10);
      }),
    );
  });
});
