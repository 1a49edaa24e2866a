import type { RatedCriterion } from '../../../src/review-method/rating/rated-criterion.js';
import type { ScoreValue } from '../../../src/review-method/scoring/score.js';

/** The criteria of one domain, each with its gravity and its score. */
export function domainOf(
  ...scores: readonly (readonly [RatedCriterion['gravity'], ScoreValue | null])[]
): RatedCriterion[] {
  return scores.map(([gravity, score], place) => ({
    id: `SIM-POL-0${place + 1}`,
    domain: 'POL',
    gravity,
    score,
  }));
}

/** The criteria of one domain, all ordinary, with these scores. */
export function ordinary(...scores: readonly (ScoreValue | null)[]): RatedCriterion[] {
  return domainOf(...scores.map((score) => ['ORDINARY', score] as const));
}

/** Nine ordinary criteria scored 3: enough that one open criterion is under a quarter. */
export const nineGood = Array.from({ length: 9 }, () => ['ORDINARY', '3'] as const);
