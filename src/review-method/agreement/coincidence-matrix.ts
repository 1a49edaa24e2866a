import { givenIn, pairable, type Ratings } from './ratings.js';

/** How often each pair of categories met in the same unit; symmetric, rows and columns in the order of the categories. */
export type CoincidenceMatrix = readonly (readonly number[])[];

/**
 * The coincidences of Krippendorff (2011): each unit adds its ordered pairs, divided by one less than its number of
 * ratings, so that units with missing ratings weigh what they can.
 * @throws RangeError when a rating is not the place of one of the categories.
 */
export function coincidenceMatrix(ratings: Ratings, categories: number): CoincidenceMatrix {
  return sumOf(
    pairable(ratings).map((unit) => coincidencesOf(givenIn(unit), categories)),
    categories,
  );
}

/** The coincidences that one unit with at least two ratings adds. */
export function coincidencesOf(given: readonly number[], categories: number): CoincidenceMatrix {
  const counts = Array.from(
    { length: categories },
    (_, category) => given.filter((value) => value === category).length,
  );
  if (counts.reduce((sum, count) => sum + count, 0) !== given.length) {
    throw new RangeError(`A rating is a whole number from 0 to ${categories - 1}.`);
  }
  return counts.map((own, c) =>
    counts.map((other, k) => (own * (c === k ? other - 1 : other)) / (given.length - 1)),
  );
}

/** The sum of several coincidence matrices over the same categories. */
export function sumOf(matrices: readonly CoincidenceMatrix[], categories: number): CoincidenceMatrix {
  const total = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  for (const matrix of matrices) {
    matrix.forEach((row, c) => {
      const sums = total[c] ?? [];
      row.forEach((count, k) => (sums[k] = (sums[k] ?? 0) + count));
    });
  }
  return total;
}
