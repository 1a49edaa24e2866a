import fc from 'fast-check';
import { addDays } from '../../kernel/days/calendar-day.js';
import { PartialDate } from '../../kernel/days/partial-date.js';
import { rescreeningsOf, type EndedScheme } from './rescreenings.js';

function standing(ended: string, today: string, different: Partial<EndedScheme> = {}): readonly string[] {
  return rescreeningsOf({
    ended: PartialDate.from(ended),
    screenedOn: [],
    askedSince: '2020-01-01',
    today,
    ...different,
  }).map((one) => one.standing);
}

describe('Screenings owed after a scheme ended', () => {
  it.each([
    ['2026-01-15', '2026-06-15', '2026-07-15', '2026-12-15', '2027-01-15'],
    ['2025-08-31', '2026-01-31', '2026-02-28', '2026-07-31', '2026-08-31'],
    ['2023-08-31', '2024-01-31', '2024-02-29', '2024-07-31', '2024-08-31'],
    ['2026-02', '2026-07-01', '2026-08-28', '2027-01-01', '2027-02-28'],
    ['2020', '2020-06-01', '2021-06-30', '2021-07-01', '2021-12-31'],
  ])('after %s count from %s to %s, and from %s to %s', (ended, ...days) => {
    const found = rescreeningsOf({
      ended: PartialDate.from(ended),
      screenedOn: [],
      askedSince: null,
      today: '2020-01-01',
    });
    expect(found.flatMap(({ from, due }) => [from, due])).toEqual(days);
  });

  it.each([
    ['2026-06-14', 'NOT_YET', 'NOT_YET'],
    ['2026-06-15', 'DUE', 'NOT_YET'],
    ['2026-07-15', 'DUE', 'NOT_YET'],
    ['2026-07-16', 'MISSED', 'NOT_YET'],
    ['2026-12-14', 'MISSED', 'NOT_YET'],
    ['2026-12-15', 'MISSED', 'DUE'],
    ['2027-01-15', 'MISSED', 'DUE'],
    ['2027-01-16', 'MISSED', 'MISSED'],
  ])('stand on %s as %s and %s, to the very day', (today, six, twelve) => {
    expect(standing('2026-01-15', today)).toEqual([six, twelve]);
  });

  it.each([
    ['2026-06-14', 'MISSED', 'MISSED'],
    ['2026-06-15', 'DONE', 'MISSED'],
    ['2026-07-15', 'DONE', 'MISSED'],
    ['2026-07-16', 'LATE', 'MISSED'],
    ['2026-12-14', 'LATE', 'MISSED'],
    ['2026-12-15', 'MISSED', 'DONE'],
    ['2027-01-15', 'MISSED', 'DONE'],
    ['2027-01-16', 'MISSED', 'LATE'],
  ])('with a screening on %s are %s and %s', (screened, six, twelve) => {
    expect(standing('2026-01-15', '2027-06-01', { screenedOn: [screened] })).toEqual([six, twelve]);
  });

  it('of the last day of August are missed on the first of March, and not on a day that February lacks', () => {
    expect(standing('2025-08-31', '2026-02-28')[0]).toBe('DUE');
    expect(standing('2025-08-31', '2026-03-01')[0]).toBe('MISSED');
  });

  it('are never called missed where nobody was asked: only what is recorded is said', () => {
    expect(standing('2020-03', '2026-11-30', { askedSince: null })).toEqual(['NOT_RECORDED', 'NOT_RECORDED']);
    expect(standing('2026-01-15', '2027-06-01', { askedSince: '2026-08-01' })).toEqual([
      'NOT_RECORDED',
      'MISSED',
    ]);
    const [late] = rescreeningsOf({
      ended: PartialDate.from('2026-01-15'),
      screenedOn: ['2026-08-01'],
      askedSince: null,
      today: '2026-09-01',
    });
    expect([late?.standing, late?.missedSince]).toEqual(['LATE', null]);
  });

  const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2018-01-01', count));
  const ended = fc.oneof(
    day,
    day.map((one) => one.slice(0, 7)),
    day.map((one) => one.slice(0, 4)),
    fc
      .tuple(fc.integer({ min: 2018, max: 2028 }), fc.constantFrom('spring', 'summer', 'autumn', 'winter'))
      .map(([year, season]) => `${String(year)}-${season}`),
  );
  const scheme = fc.record({
    ended: ended.map((one) => PartialDate.from(one)),
    screenedOn: fc.array(day, { maxLength: 4 }),
    askedSince: fc.option(day),
    today: day,
  });

  it('hold for every date: nothing is missed before every day that the end can mean plus its months, and no screening counts twice', () => {
    fc.assert(
      fc.property(scheme, (given) => {
        const [six, twelve] = rescreeningsOf(given);
        expect([six?.months, twelve?.months]).toEqual([6, 12]);
        if (!six || !twelve) return;
        expect(six.from <= six.due && six.due < twelve.from && twelve.from <= twelve.due).toBe(true);
        for (const one of [six, twelve]) {
          const daysAfter = one.months === 6 ? 181 : 365;
          if (one.standing === 'MISSED' || one.standing === 'NOT_RECORDED')
            expect(given.today > addDays(given.ended.latestDay, daysAfter - 1)).toBe(true);
          if (one.missedSince !== null) expect(given.askedSince !== null).toBe(true);
          if (one.doneOn !== null) expect(given.screenedOn).toContain(one.doneOn);
          expect(one.doneOn !== null).toBe(['DONE', 'LATE'].includes(one.standing));
        }
        if (six.doneOn !== null) expect(six.doneOn).not.toBe(twelve.doneOn);
      }),
    );
  });

  it('never get better by waiting: once missed it is missed every day after, until somebody screens', () => {
    fc.assert(
      fc.property(scheme, fc.integer({ min: 1, max: 900 }), (given, later) => {
        const [now, then] = [given, { ...given, today: addDays(given.today, later) }].map(rescreeningsOf);
        now?.forEach(({ standing: before }, at) => {
          if (before === 'MISSED') expect(then?.[at]?.standing).toBe('MISSED');
          if (before === 'DONE') expect(then?.[at]?.standing).toBe('DONE');
        });
      }),
    );
  });
});
