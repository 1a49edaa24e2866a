import { type CoincidenceMatrix, coincidencesOf, sumOf } from './coincidence-matrix.js';
import type { Difference } from './difference.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { givenIn, pairable, type Ratings } from './ratings.js';
import { seededRandom } from './seeded-random.js';

/** Ninety-five in a hundred resamples gave an alpha in between; `resamples` is how many gave one at all. */
export interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
  readonly resamples: number;
}

const RESAMPLES = 2000;
const TAIL = 0.025;

/**
 * The 95 % percentile interval of alpha over 2,000 resamples of whole units, drawn by the seed and so repeatable.
 * Resamples without an alpha are left out; null when none had one.
 */
export function bootstrapInterval(
  ratings: Ratings,
  categories: number,
  difference: Difference,
  seed: number,
): BootstrapInterval | null {
  const units = pairable(ratings).map((unit) => coincidencesOf(givenIn(unit), categories));
  const random = seededRandom(seed);
  const alphas: number[] = [];
  for (let drawn = 0; drawn < RESAMPLES; drawn += 1) {
    const alpha = krippendorffAlpha(sumOf(resample(units, random), categories), difference);
    if (alpha !== null) alphas.push(alpha);
  }
  alphas.sort((a, b) => a - b);
  const low = alphas[Math.floor(TAIL * (alphas.length - 1))];
  const high = alphas[Math.ceil((1 - TAIL) * (alphas.length - 1))];
  return low === undefined || high === undefined ? null : { low, high, resamples: alphas.length };
}

function resample(units: readonly CoincidenceMatrix[], random: () => number): CoincidenceMatrix[] {
  return units.map((unit) => units[Math.floor(random() * units.length)] ?? unit);
}
