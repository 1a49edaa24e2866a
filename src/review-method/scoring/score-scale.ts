import { FIRST_METHOD } from '../../frameworks/edition/method/first-method.js';
import type { ScoreValue } from './score.js';

/** How one score is shown. Guidance is something one is consistent with; only a duty in law is met. */
export interface ScoreOnTheScale {
  readonly score: ScoreValue;
  readonly label: string;
  readonly labelForLaw: string;
  readonly meaning: string;
}

/** The scale of the first method as reviewers and readers see it, in the order of the form. */
export const SCORE_SCALE: readonly ScoreOnTheScale[] = FIRST_METHOD.scale;

/** The entry of the scale for a score. */
export function onTheScale(score: ScoreValue): ScoreOnTheScale {
  const found = SCORE_SCALE.find((each) => each.score === score);
  if (found === undefined) throw new RangeError(`There is no score ${score} on the scale.`);
  return found;
}
