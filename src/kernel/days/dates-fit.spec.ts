import { isOutOfOrder, isToCome } from './dates-fit.js';

describe('Dates are compared as closely as they are known', () => {
  it.each([
    ['2026-11-30', false],
    ['2026-12-01', true],
    ['2026-11', false],
    ['2026-12', true],
    ['2026', false],
    ['2027', true],
    ['2026-winter', true],
    ['2026-autumn', false],
    [null, false],
    [undefined, false],
  ] as const)('%s, seen on 30 November 2026, is still to come: %s', (known, expected) => {
    expect(isToCome(known, '2026-11-30')).toBe(expected);
  });

  it.each([
    ['2018-09', '2018-08', true],
    ['2018-09', '2018-09-01', false],
    ['2018-09-02', '2018-09', false],
    ['2018', '2018-01', false],
    ['2019', '2018-12-31', true],
    [null, '2018', false],
    ['2018', null, false],
    [undefined, undefined, false],
  ] as const)('from %s to %s is out of order: %s', (earlier, later, expected) => {
    expect(isOutOfOrder(earlier, later)).toBe(expected);
  });
});
