import fc from 'fast-check';
import { countInWords, roundedCount } from './rounded-count.js';

describe('A count of one scheme is rounded before it is kept', () => {
  it.each([
    [0, 0, 'None'],
    [1, 5, 'About 5 or fewer'],
    [7, 5, 'About 5 or fewer'],
    [8, 10, 'About 10'],
    [12, 10, 'About 10'],
    [13, 15, 'About 15'],
    [17, 15, 'About 15'],
    [23, 25, 'About 25'],
    [1203, 1205, 'About 1,205'],
  ])('%i is kept as %i and told as %j', (count, kept, told) => {
    expect([roundedCount(count), countInWords(roundedCount(count))]).toEqual([kept, told]);
  });

  it('so that nobody can tell one from seven, nor one number from its neighbours of the same five', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), (one, other) => {
        expect(roundedCount(one)).toBe(roundedCount(other));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 100_000 }), (count) => {
        expect(roundedCount(count) % 5).toBe(0);
        expect(Math.abs(roundedCount(count) - count)).toBeLessThanOrEqual(2);
      }),
    );
  });
});
