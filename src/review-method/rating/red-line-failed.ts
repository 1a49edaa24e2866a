import { failsAtOf } from '../../frameworks/edition/method/first-method.js';
import { scoresUpTo } from '../../frameworks/edition/method/rating-step-words.js';
import { isFailed } from './rated-criterion.js';
import { listWithScores, type RatingRule } from './rating-step.js';

/** A failed red line, at 0 or 1 by the first method, means that the deployment must cease (NHS England's position of 10 March 2023). */
export const redLineFailed: RatingRule = (criteria, method) => {
  const { redLine } = failsAtOf(method);
  const failed = criteria.filter((each) => each.gravity === 'RED_LINE' && isFailed(each, redLine));
  if (failed.length === 0) return null;
  return {
    rating: 'CEASE',
    sentence: `A red line was scored ${scoresUpTo(redLine)}: ${listWithScores(failed)}. One is enough, whatever the other scores.`,
    criteria: failed.map(({ id }) => id),
  };
};
