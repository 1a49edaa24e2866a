import { isFailed } from './rated-criterion.js';
import { listWithScores, type RatingRule } from './rating-step.js';

/** Any criterion at 0 or 1 means that improvement is required. */
export const somethingFailed: RatingRule = (criteria) => {
  const failed = criteria.filter(isFailed);
  if (failed.length === 0) return null;
  return {
    rating: 'IMPROVEMENT_REQUIRED',
    sentence: `Scored 0 or 1: ${listWithScores(failed)}.`,
    criteria: failed.map(({ id }) => id),
  };
};
