/**
 * How far apart two categories are, given how often each category was used in all: 0 for a category and itself, and
 * the same in both directions.
 */
export type Difference = (c: number, k: number, totals: readonly number[]) => number;

/** For categories without an order: any two different ones are equally far apart. */
export const nominalDifference: Difference = (c, k) => (c === k ? 0 : 1);

/** For ranked categories: the square of how many ratings lie between the two, counting half of each end (Krippendorff 2011). */
export const ordinalDifference: Difference = (c, k, totals) => {
  if (c === k) return 0;
  const [from, to] = c < k ? [c, k] : [k, c];
  const between = totals.slice(from, to + 1).reduce((sum, total) => sum + total, 0);
  return (between - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
};

/** For categories that are numbers on a scale of equal steps: the square of the step between them (Krippendorff 2011). */
export function intervalDifference(values: readonly number[]): Difference {
  return (c, k) => (valueAt(values, c) - valueAt(values, k)) ** 2;
}

/** For numbers counted from a true zero: the square of the step as a share of their sum (Krippendorff 2011). */
export function ratioDifference(values: readonly number[]): Difference {
  return (c, k) => {
    const [one, other] = [valueAt(values, c), valueAt(values, k)];
    return one === other ? 0 : ((one - other) / (one + other)) ** 2;
  };
}

function valueAt(values: readonly number[], category: number): number {
  return values[category] ?? Number.NaN;
}
