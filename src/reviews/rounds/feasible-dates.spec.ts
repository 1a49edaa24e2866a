import fc from 'fast-check';
import { addDays } from '../../kernel/days/calendar-day.js';
import { workingDaysBetween } from '../../kernel/days/working-days/working-days-between.js';
import { faultsOfDates, type RoundDates } from './feasible-dates.js';

/** The earliest dates that can be kept, counted by hand over Christmas and New Year. */
const EARLIEST: RoundDates = {
  asAt: '2026-11-23',
  openedOn: '2026-11-23',
  selfReviewDue: '2026-12-07',
  scoringDue: '2026-12-21',
  replyWorkingDays: 10,
  publicationDate: '2027-01-28',
};

describe('The dates of a round', () => {
  it('can be kept when each leaves its step the working days it needs', () => {
    expect(faultsOfDates(EARLIEST)).toEqual([]);
  });

  it.each([
    ['asAt', '2026-11-24', 'must be today or in the past. The latest day is 23 November 2026'],
    [
      'selfReviewDue',
      '2026-12-06',
      'at least 10 working days for the self-review. The earliest day is 7 December 2026',
    ],
    ['scoringDue', '2026-12-20', 'after the self-reviews are due. The earliest day is 21 December 2026'],
    ['publicationDate', '2027-01-27', 'replies 10 and publication 5. The earliest day is 28 January 2027'],
  ] as const)('are refused for %s one day short, with the earliest day', (field, day, words) => {
    const faults = faultsOfDates({ ...EARLIEST, [field]: day });
    expect(faults).toEqual([{ field, text: expect.stringContaining(words) as string }]);
  });

  it('count the working days that replies were given', () => {
    const [fault] = faultsOfDates({ ...EARLIEST, replyWorkingDays: 20 });
    expect(fault?.text).toContain('The earliest day is 11 February 2027');
  });

  it('are never passed with less time for a step than it needs', () => {
    const gap = fc.nat(60);
    fc.assert(
      fc.property(gap, gap, gap, (one, two, three) => {
        const selfReviewDue = addDays('2026-11-23', one);
        const scoringDue = addDays(selfReviewDue, two);
        const publicationDate = addDays(scoringDue, three);
        const kept = faultsOfDates({ ...EARLIEST, selfReviewDue, scoringDue, publicationDate }).length === 0;
        expect(kept).toBe(
          workingDaysBetween('2026-11-23', selfReviewDue) >= 10 &&
            workingDaysBetween(selfReviewDue, scoringDue) >= 10 &&
            workingDaysBetween(scoringDue, publicationDate) >= 25,
        );
      }),
    );
  });
});
