import fc from 'fast-check';
import { PartialDate } from './partial-date.js';

const year = fc.integer({ min: 1900, max: 2100 });
const written = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  fc.tuple(year, fc.constantFrom('spring', 'summer', 'autumn', 'winter')).map(([y, s]) => `${y}-${s}`),
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);

describe('A partial date', () => {
  it.each([
    ['2018-09-14', 'day', '2018-09-14', '2018-09-14', '14 September 2018'],
    ['2018-09-01', 'day', '2018-09-01', '2018-09-01', '1 September 2018'],
    ['2018-09', 'month', '2018-09-01', '2018-09-30', 'September 2018'],
    ['2020-02', 'month', '2020-02-01', '2020-02-29', 'February 2020'],
    ['2025-spring', 'season', '2025-03-01', '2025-05-31', 'spring 2025'],
    ['2021-autumn', 'season', '2021-09-01', '2021-11-30', 'autumn 2021'],
    ['2019-winter', 'season', '2019-12-01', '2020-02-29', 'winter 2019 to 2020'],
    ['2018', 'year', '2018-01-01', '2018-12-31', '2018'],
  ])('keeps %s as a %s from %s to %s and reads as "%s"', (value, precision, earliest, latest, text) => {
    const date = PartialDate.from(value);
    expect([date.precision, date.earliestDay, date.latestDay, String(date)]).toEqual([
      precision,
      earliest,
      latest,
      text,
    ]);
    expect(JSON.stringify({ date })).toBe(`{"date":"${value}"}`);
  });

  it.each([
    '',
    '18-09',
    '2018-9',
    '2018-13',
    '2018-02-30',
    '2019-02-29',
    '2018-fall',
    'about 2018',
    '2018 ',
    ...[
      'x2018-09-14',
      '2018-09-14x',
      '2018-09-14T00:00:00Z',
      '12018-09',
      '2018-09x',
      '12018-autumn',
      '2018-autumns',
    ],
  ])('refuses "%s" and says how to write it', (value) => {
    expect(PartialDate.accepts(value)).toBe(false);
    expect(() => PartialDate.from(value)).toThrow(/Write it like 2018-09-14, 2018-09/);
  });

  it('never claims an order that its source does not give', () => {
    const month = PartialDate.from('2018-09');
    expect(month.isCertainlyBefore(PartialDate.from('2018-09-30'))).toBe(false);
    expect(month.isCertainlyBefore(PartialDate.from('2018-10-01'))).toBe(true);
    expect(PartialDate.from('2018').isCertainlyBefore(month)).toBe(false);
    expect(PartialDate.from('2017').isCertainlyBefore(month)).toBe(true);
    expect(month.isCertainlyBefore(PartialDate.from('2018-autumn'))).toBe(false);
    expect(PartialDate.from('2018-autumn').isCertainlyBefore(month)).toBe(false);
    expect(PartialDate.from('2018-summer').isCertainlyBefore(month)).toBe(true);
  });

  it('holds for every date: bounds in order, and never certainly before and after at once', () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        const [one, other] = [PartialDate.from(a), PartialDate.from(b)];
        expect(one.earliestDay <= one.latestDay).toBe(true);
        expect(one.isCertainlyBefore(other) && other.isCertainlyBefore(one)).toBe(false);
        expect(one.isCertainlyBefore(other)).toBe(one.latestDay < other.earliestDay);
      }),
    );
  });

  it('accepts exactly what it can read, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), written), (value) => {
        if (PartialDate.accepts(value)) expect(PartialDate.from(value).value).toBe(value);
        else expect(() => PartialDate.from(value)).toThrow(RangeError);
      }),
    );
  });
});
