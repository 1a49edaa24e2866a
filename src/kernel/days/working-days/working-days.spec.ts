import fc from 'fast-check';
import { addDays, type CalendarDay } from '../calendar-day.js';
import { acknowledgeBy } from './acknowledge-by.js';
import { addWorkingDays } from './add-working-days.js';
import { BeyondTheCalendar } from './beyond-the-calendar.js';
import { complaintTimeLimit } from './complaint-time-limit.js';
import { dataProtectionAcknowledgeBy } from './data-protection-acknowledge-by.js';
import { ENGLAND_AND_WALES } from './england-and-wales.js';
import { isWorkingDay } from './is-working-day.js';
import { relevantPeriodEnd } from './relevant-period-end.js';
import { workingDaysBetween } from './working-days-between.js';

const aDayBefore2028 = fc
  .integer({ min: 0, max: 3286 })
  .map((offset): CalendarDay => addDays('2019-01-01', offset));

describe('A complaint is acknowledged within 3 working days of the day it came', () => {
  it.each([
    ['2021-05-12', '2021-05-17', 'over a weekend'],
    ['2021-04-01', '2021-04-08', 'over Good Friday and Easter Monday'],
    ['2021-04-02', '2021-04-08', 'when it came on a holiday'],
    ['2021-12-24', '2021-12-31', 'over the substitute days 27 and 28 December'],
    ['2022-06-01', '2022-06-08', 'over the Jubilee'],
    ['2022-09-16', '2022-09-22', 'over the state funeral'],
    ['2023-05-05', '2023-05-11', 'over the coronation'],
    ['2026-12-24', '2026-12-31', 'over 25 and 28 December'],
  ])('received %s, due %s, %s', (received, due) => {
    expect(acknowledgeBy(received)).toBe(due);
  });
});

describe('The six months to respond commence on the day the complaint came', () => {
  it.each([
    ['2021-05-12', '2021-11-11'],
    ['2021-03-01', '2021-08-31'],
    ['2021-08-31', '2022-02-28'],
    ['2023-08-31', '2024-02-29'],
    ['2021-02-28', '2021-08-27'],
  ])('received %s, last day %s', (received, lastDay) => {
    expect(relevantPeriodEnd(received)).toBe(lastDay);
  });
});

describe('A person has 12 months after the matter to complain', () => {
  it.each([
    ['2020-05-12', '2021-05-12'],
    ['2020-02-29', '2021-02-28'],
  ])('%s, until %s', (matter, limit) => {
    expect(complaintTimeLimit(matter)).toBe(limit);
  });
});

describe('A data protection complaint is acknowledged within 30 days', () => {
  it.each([
    ['2026-06-19', '2026-07-20', 'the last day is a Sunday'],
    ['2026-07-30', '2026-09-01', 'a Saturday before the summer bank holiday'],
    ['2026-11-25', '2026-12-29', 'Christmas Day'],
  ])('received %s, due %s: %s', (received, due) => {
    expect(dataProtectionAcknowledgeBy(received)).toBe(due);
  });
});

describe('The calendar of working days', () => {
  it('gives ten working days to reply over Christmas', () => {
    expect(addWorkingDays('2026-12-18', 10)).toBe('2027-01-06');
    expect(workingDaysBetween('2026-12-18', '2027-01-06')).toBe(10);
  });

  it.each([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028])(
    'never counts 25 December %s as a working day',
    (year) => expect(isWorkingDay(`${year}-12-25`)).toBe(false),
  );

  it('keeps 25 December free even in a table that lists only a substitute day', () => {
    const years = [{ year: 2023, confidence: 'B' as const, days: {} }];
    expect(isWorkingDay('2023-12-25', { edition: '2026-11-30', source: 'x', years })).toBe(false);
  });

  it.each(['2018-12-31', '2029-01-01'])('refuses to say anything about %s', (day) => {
    expect(() => isWorkingDay(day)).toThrow(BeyondTheCalendar);
    expect(() => acknowledgeBy(day)).toThrow('from 2019 to 2028');
    expect(new BeyondTheCalendar(day, 2019, 2028).title).toBe('This date cannot be worked out');
  });

  it('refuses a date that would run past its last year rather than guess it', () => {
    expect(() => dataProtectionAcknowledgeBy('2028-12-15')).toThrow(BeyondTheCalendar);
    expect(dataProtectionAcknowledgeBy('2028-11-29')).toBe('2028-12-29');
  });

  it('refuses to count part of a day', () => {
    expect(() => addWorkingDays('2026-11-23', 0.5)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-11-23', 0)).toThrow('Working days are counted in whole days from 1.');
  });

  it('lists at least eight holidays a year, each with the name and the file with the source', () => {
    const { years, source, edition } = ENGLAND_AND_WALES;
    expect([years.at(0)?.year, years.at(-1)?.year]).toEqual([2019, 2028]);
    for (const { days } of years) expect(Object.keys(days).length).toBeGreaterThanOrEqual(8);
    expect(years.every(({ days }) => Object.values(days).every((name) => name !== ''))).toBe(true);
    expect(source).toContain('GOV.UK');
    expect(edition).toBe('2026-11-30');
  });

  it.each([
    ['2020-05-04', true, 'early May moved to VE day'],
    ['2020-05-08', false, 'VE day'],
    ['2022-05-30', true, 'spring moved to the Jubilee'],
    ['2022-06-03', false, 'the Jubilee'],
    ['2022-09-19', false, 'the state funeral'],
    ['2023-05-08', false, 'the coronation'],
    ['2026-12-28', false, 'Boxing Day falls on a Saturday'],
    ['2028-01-03', false, 'New Year falls on a Saturday'],
  ])('knows the one-off days and the substitutes: %s, a working day %s, because %s', (day, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });

  it('counts to the last day that it knows, and not one further', () => {
    expect(acknowledgeBy('2028-12-24')).toBe('2028-12-29');
    expect(() => acknowledgeBy('2028-12-27')).toThrow(BeyondTheCalendar);
    expect(isWorkingDay('2028-12-31')).toBe(false);
    expect(() => acknowledgeBy('2028-12-28')).toThrow('register/bank-holidays.yaml');
  });

  it('lands every count on a working day and counts back to the same number', () => {
    fc.assert(
      fc.property(aDayBefore2028, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const due = addWorkingDays(day, count);
        expect(isWorkingDay(due)).toBe(true);
        expect(workingDaysBetween(day, due)).toBe(count);
        expect(workingDaysBetween(due, day)).toBe(-count);
      }),
    );
  });

  it('never makes an earlier complaint due later', () => {
    fc.assert(
      fc.property(aDayBefore2028, aDayBefore2028, (one, other) => {
        const [earlier = one, later = other] = [one, other].sort();
        expect(acknowledgeBy(earlier) <= acknowledgeBy(later)).toBe(true);
        expect(dataProtectionAcknowledgeBy(earlier) <= dataProtectionAcknowledgeBy(later)).toBe(true);
        expect(relevantPeriodEnd(earlier) <= relevantPeriodEnd(later)).toBe(true);
        expect(complaintTimeLimit(earlier) <= complaintTimeLimit(later)).toBe(true);
      }),
    );
  });
});
