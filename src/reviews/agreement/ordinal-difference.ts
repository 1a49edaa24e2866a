import type { Difference } from './difference.js';

/** For ranked categories: the square of how many ratings lie between the two, counting half of each end (Krippendorff 2011). */
export const ordinalDifference: Difference = (c, k, totals) => {
  if (c === k) return 0;
  const [from, to] = c < k ? [c, k] : [k, c];
  const between = totals.slice(from, to + 1).reduce((sum, total) => sum + total, 0);
  return (between - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
};
