/** How much a disagreement weighs: any alike, by its distance, or by the square of its distance. */
export type KappaWeight = 'unweighted' | 'linear' | 'quadratic';

/**
 * Cohen's weighted kappa for exactly two people, in its disagreement form. The distance between two scores is that of
 * the whole scale, so a level nobody used does not bring its neighbours closer. Null when chance leaves no room. Whole
 * numbers are summed before anything is divided, so that it is the same to the last digit whoever of the two comes first.
 */
export function weightedKappa(
  pairs: readonly (readonly [number, number])[],
  weight: KappaWeight,
): number | null {
  let observed = 0;
  let expected = 0;
  for (const [first, second] of pairs) {
    observed += penalty(first, second, weight);
    for (const [, other] of pairs) expected += penalty(first, other, weight);
  }
  return expected === 0 ? null : 1 - (observed * pairs.length) / expected;
}

function penalty(i: number, j: number, weight: KappaWeight): number {
  if (weight === 'unweighted') return i === j ? 0 : 1;
  return weight === 'linear' ? Math.abs(i - j) : (i - j) ** 2;
}
