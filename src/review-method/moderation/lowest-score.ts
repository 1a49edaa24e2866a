import type { ScoreValue } from '../scoring/score.js';

/**
 * Every score from what speaks most against a scheme to what speaks least: evidence of a breach before silence, silence
 * before what was shown, and last that a requirement does not apply, because that takes it out of the rating.
 */
const FROM_LOWEST = ['0', '1', 'X', 'U', '2', '3', 'N'] as const satisfies readonly ScoreValue[];

/** The lowest of these scores; null where there is none. Never the average: doubt does not favour the scheme under review. */
export function lowestOf(scores: readonly ScoreValue[]): ScoreValue | null {
  return FROM_LOWEST.find((score) => scores.includes(score)) ?? null;
}

/** True when the score is higher than the lowest of the others. */
export function isAboveLowest(score: ScoreValue, others: readonly ScoreValue[]): boolean {
  const lowest = lowestOf(others);
  return lowest === null || placeOf(score) > placeOf(lowest);
}

/** True when the score is lower than all of the others, or higher than all of them. */
export function isOutside(score: ScoreValue, others: readonly ScoreValue[]): boolean {
  const places = others.map(placeOf);
  return placeOf(score) < Math.min(...places) || placeOf(score) > Math.max(...places);
}

function placeOf(score: ScoreValue): number {
  return FROM_LOWEST.indexOf(score);
}
