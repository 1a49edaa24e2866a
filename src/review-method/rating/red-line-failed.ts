import { isFailed } from './rated-criterion.js';
import { listWithScores, type RatingRule } from './rating-step.js';

/** A red line at 0 or 1 means that the deployment must cease (NHS England's position of 10 March 2023). */
export const redLineFailed: RatingRule = (criteria) => {
  const failed = criteria.filter((each) => each.gravity === 'RED_LINE' && isFailed(each));
  if (failed.length === 0) return null;
  return {
    rating: 'CEASE',
    sentence: `A red line was scored 0 or 1: ${listWithScores(failed)}. One is enough, whatever the other scores.`,
    criteria: failed.map(({ id }) => id),
  };
};
