import { failsAtOf } from '../../frameworks/edition/method/first-method.js';
import { scoresUpTo } from '../../frameworks/edition/method/rating-step-words.js';
import { isFailed } from './rated-criterion.js';
import { listWithScores, type RatingRule } from './rating-step.js';

/** A knock-out that is not one of the three elements, at 0 or 1, is a serious concern whatever the other scores. */
export const knockOutFailed: RatingRule = (criteria, method) => {
  const { knockOut } = failsAtOf(method);
  const failed = criteria.filter((each) => each.gravity === 'KNOCK_OUT' && isFailed(each, knockOut));
  if (failed.length === 0) return null;
  return {
    rating: 'SERIOUS_CONCERN',
    sentence: `A requirement that stops a scheme by itself was scored ${scoresUpTo(knockOut)}: ${listWithScores(failed)}.`,
    criteria: failed.map(({ id }) => id),
  };
};
