import fc from 'fast-check';
import { bootstrapInterval } from './bootstrap-interval.js';
import { coincidenceMatrix } from './coincidence-matrix.js';
import { type Difference, nominalDifference, ordinalDifference } from './difference.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import type { Ratings } from './ratings.js';
import { rawAgreement } from './raw-agreement.js';
import { seededRandom } from './seeded-random.js';
import { weightedKappa } from './weighted-kappa.js';

/** Rows of people, as published, become columns of units; a dot is a missing rating. */
function published(...people: readonly string[]): Ratings {
  const rows = people.map((person) => person.split(' ').map((cell) => (cell === '.' ? null : Number(cell))));
  return (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] ?? null));
}

function alpha(ratings: Ratings, categories: number, difference: Difference): number | null {
  return krippendorffAlpha(coincidenceMatrix(ratings, categories), difference);
}

function pairs(first: readonly number[], second: readonly number[]): (readonly [number, number])[] {
  return first.map((value, place) => [value, second[place] ?? Number.NaN]);
}

function runs(...parts: readonly (readonly [value: number, times: number])[]): number[] {
  return parts.flatMap(([value, times]) => Array.from({ length: times }, () => value));
}

/** Krippendorff 2011, section D: four observers, twelve units, values 1 to 5 written here as 0 to 4. */
const FOUR_OBSERVERS = published(
  '0 1 2 2 1 0 3 0 1 . . .',
  '0 1 2 2 1 1 3 0 1 4 . 2',
  '. 2 2 2 1 2 3 1 1 4 0 .',
  '0 1 2 2 1 3 3 0 1 4 0 .',
);

const anyRatings = fc.integer({ min: 2, max: 4 }).chain((people) =>
  fc.array(fc.array(fc.option(fc.nat(3), { nil: null }), { minLength: people, maxLength: people }), {
    maxLength: 25,
  }),
);

describe('Alpha agrees with the published worked examples (Krippendorff 2011)', () => {
  it('two observers, ten units, two values', () => {
    const ratings = published('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(alpha(ratings, 2, nominalDifference)).toBeCloseTo(0.095, 3);
    expect(coincidenceMatrix(ratings, 2)).toEqual([
      [10, 4],
      [4, 2],
    ]);
  });

  it('two observers, twelve units, five nominal values', () => {
    const ratings = published('0 0 1 1 3 2 2 2 4 3 3 0', '1 0 1 1 1 2 2 2 4 3 3 3');
    expect(alpha(ratings, 5, nominalDifference)).toBeCloseTo(0.692, 3);
  });

  it('four observers, twelve units, with missing ratings', () => {
    expect(alpha(FOUR_OBSERVERS, 5, nominalDifference)).toBeCloseTo(0.743, 3);
    expect(alpha(FOUR_OBSERVERS, 5, ordinalDifference)).toBeCloseTo(0.815, 3);
    expect(coincidenceMatrix(FOUR_OBSERVERS, 5)).toEqual([
      [7, expect.closeTo(4 / 3), expect.closeTo(1 / 3), expect.closeTo(1 / 3), 0],
      [expect.closeTo(4 / 3), 10, expect.closeTo(4 / 3), expect.closeTo(1 / 3), 0],
      [expect.closeTo(1 / 3), expect.closeTo(4 / 3), 8, expect.closeTo(1 / 3), 0],
      [expect.closeTo(1 / 3), expect.closeTo(1 / 3), expect.closeTo(1 / 3), 4, 0],
      [0, 0, 0, 0, 3],
    ]);
  });
});

describe('Alpha', () => {
  it('is not defined when everybody says the same everywhere, or nobody can be paired', () => {
    expect(alpha(published('2 2 2', '2 2 2'), 4, ordinalDifference)).toBeNull();
    expect(alpha(published('0 1 .', '. . 2'), 4, ordinalDifference)).toBeNull();
    expect(alpha([], 4, nominalDifference)).toBeNull();
  });

  it('is 1 for perfect agreement, and ranks stay ranks when a level is unused', () => {
    expect(alpha(published('0 1 3', '0 1 3'), 4, ordinalDifference)).toBe(1);
    const unusedLevel = published('0 0 1 3 3 1', '0 1 3 3 3 1');
    expect(alpha(unusedLevel, 4, ordinalDifference)).toBeCloseTo(0.763558, 6);
  });

  it('refuses a rating that is not on the scale', () => {
    expect(() => alpha([[0, 4]], 4, ordinalDifference)).toThrow(RangeError);
    expect(() => alpha([[0, 1.5]], 4, ordinalDifference)).toThrow('from 0 to 3');
  });

  it('lies between -1 and 1, and does not depend on the order of people, units or on which end is best', () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        for (const difference of [nominalDifference, ordinalDifference]) {
          const value = alpha(ratings, 4, difference);
          const reordered = [...ratings].reverse().map((unit) => [...unit].reverse());
          const upsideDown = ratings.map((unit) =>
            unit.map((rating) => (rating === null ? null : 3 - rating)),
          );
          expectSame(alpha(reordered, 4, difference), value);
          expectSame(alpha(upsideDown, 4, difference), value);
          if (value === null) return;
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(value).toBeGreaterThanOrEqual(-1 - 1e-12);
        }
      }),
    );
  });

  it('is not changed by units that only one person rated', () => {
    fc.assert(
      fc.property(anyRatings, fc.nat(3), (ratings, lonely) => {
        expectSame(
          alpha([...ratings, [lonely, null]], 4, ordinalDifference),
          alpha(ratings, 4, ordinalDifference),
        );
      }),
    );
  });
});

describe('Kappa agrees with published values', () => {
  it('to the last digit, whoever of the two comes first: a release is computed again by its letters', () => {
    const number = fc.nat(3);
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 40 }), (both) => {
        const turned = both.map(([first, second]) => [second, first] as const);
        for (const weight of ['linear', 'quadratic'] as const)
          expect(weightedKappa(turned, weight)).toBe(weightedKappa(both, weight));
      }),
    );
  });

  it('of Artstein and Poesio 2008, as in the tests of scikit-learn', () => {
    const first = runs([0, 40], [1, 60]);
    expect(weightedKappa(pairs(first, runs([0, 20], [1, 20], [0, 10], [1, 50])), 'unweighted')).toBeCloseTo(
      0.348,
      3,
    );
    const three = pairs(runs([0, 46], [1, 44], [2, 10]), runs([0, 52], [1, 32], [2, 16]));
    expect(weightedKappa(three, 'unweighted')).toBeCloseTo(0.8013, 4);
  });

  it('with weights, as in the tests of scikit-learn', () => {
    const both = pairs(runs([0, 46], [1, 44], [2, 10]), runs([0, 50], [1, 40], [2, 10]));
    expect(weightedKappa(both, 'unweighted')).toBeCloseTo(0.9315, 4);
    expect(weightedKappa(both, 'linear')).toBeCloseTo(0.9412, 4);
    expect(weightedKappa(both, 'quadratic')).toBeCloseTo(0.9541, 4);
  });

  it('keeps the distance across a level that nobody used', () => {
    const both = pairs([0, 0, 1, 3], [0, 1, 3, 3]);
    expect(weightedKappa(both, 'linear')).toBeCloseTo(1 / 2, 10);
    expect(weightedKappa(both, 'quadratic')).toBeCloseTo(2 / 3, 10);
  });

  it('is not defined for constant scores or none', () => {
    expect(weightedKappa(pairs([2, 2], [2, 2]), 'linear')).toBeNull();
    expect(weightedKappa([], 'quadratic')).toBeNull();
  });

  it('lies between -1 and 1 and is the same whoever comes first', () => {
    const anyPairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 30 });
    fc.assert(
      fc.property(anyPairs, fc.constantFrom('unweighted', 'linear', 'quadratic'), (both, weight) => {
        const value = weightedKappa(both, weight);
        expectSame(
          weightedKappa(
            both.map(([a, b]) => [b, a] as const),
            weight,
          ),
          value,
        );
        if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('Raw agreement', () => {
  it('is the share of units on which two people agree', () => {
    expect(rawAgreement(published('0 1 2 3', '0 1 3 3'))).toBe(0.75);
  });

  it('counts pairs where there are more than two, and skips what only one rated', () => {
    expect(
      rawAgreement([
        [1, 1, 2],
        [0, null, null],
      ]),
    ).toBeCloseTo(1 / 3);
    expect(rawAgreement([[0, null]])).toBeNull();
  });
});

describe('The bootstrap interval', () => {
  it('is the same for the same seed, and holds the estimate between its ends', () => {
    const once = bootstrapInterval(FOUR_OBSERVERS, 5, ordinalDifference, 2026);
    expect(bootstrapInterval(FOUR_OBSERVERS, 5, ordinalDifference, 2026)).toEqual(once);
    expect(bootstrapInterval(FOUR_OBSERVERS, 5, ordinalDifference, 2027)).not.toEqual(once);
    expect(once?.low).toBeLessThan(0.815);
    expect(once?.high).toBeGreaterThan(0.815);
    expect(once?.resamples).toBe(2000);
  });

  it('does not exist where alpha does not', () => {
    expect(bootstrapInterval(published('1 1', '1 1'), 4, ordinalDifference, 1)).toBeNull();
  });

  it('draws what mulberry32 is known to draw', () => {
    const random = seededRandom(1);
    expect([random(), random(), random()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  it('draws evenly', () => {
    const random = seededRandom(7);
    const drawn = Array.from({ length: 20_000 }, () => Math.floor(random() * 4));
    for (const value of [0, 1, 2, 3]) {
      expect(Math.abs(drawn.filter((each) => each === value).length - 5000)).toBeLessThan(250);
    }
  });
});

function expectSame(one: number | null, other: number | null): void {
  if (one === null || other === null) expect(one).toBe(other);
  else expect(one).toBeCloseTo(other, 9);
}
