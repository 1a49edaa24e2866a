import type { CoincidenceMatrix } from './coincidence-matrix.js';
import type { Difference } from './difference.js';

/**
 * Krippendorff's alpha: 1 for perfect agreement, 0 for what chance would give, below 0 for worse than chance. Takes any
 * number of people and missing ratings. Null when it is not defined: nothing to pair, or only one category was used.
 */
export function krippendorffAlpha(matrix: CoincidenceMatrix, difference: Difference): number | null {
  const totals = matrix.map((row) => row.reduce((sum, count) => sum + count, 0));
  const n = totals.reduce((sum, total) => sum + total, 0);
  let observed = 0;
  let expected = 0;
  matrix.forEach((row, c) => {
    row.forEach((count, k) => {
      const apart = difference(c, k, totals);
      observed += count * apart;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * apart;
    });
  });
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}
