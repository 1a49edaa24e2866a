import { failsAtOf } from '../../frameworks/edition/method/first-method.js';
import { scoresUpTo } from '../../frameworks/edition/method/rating-step-words.js';
import { isFailed } from './rated-criterion.js';
import { listWithScores, type RatingRule } from './rating-step.js';

/** Any criterion that is failed, at 0 or 1 by the first method, means that improvement is required. */
export const somethingFailed: RatingRule = (criteria, method) => {
  const { anyCriterion } = failsAtOf(method);
  const failed = criteria.filter((each) => isFailed(each, anyCriterion));
  if (failed.length === 0) return null;
  return {
    rating: 'IMPROVEMENT_REQUIRED',
    sentence: `Scored ${scoresUpTo(anyCriterion)}: ${listWithScores(failed)}.`,
    criteria: failed.map(({ id }) => id),
  };
};
