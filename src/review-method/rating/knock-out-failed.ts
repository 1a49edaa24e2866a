import { isFailed } from './rated-criterion.js';
import { listWithScores, type RatingRule } from './rating-step.js';

/** A knock-out that is not one of the three elements, at 0 or 1, is a serious concern whatever the other scores. */
export const knockOutFailed: RatingRule = (criteria) => {
  const failed = criteria.filter((each) => each.gravity === 'KNOCK_OUT' && isFailed(each));
  if (failed.length === 0) return null;
  return {
    rating: 'SERIOUS_CONCERN',
    sentence: `A requirement that stops a scheme by itself was scored 0 or 1: ${listWithScores(failed)}.`,
    criteria: failed.map(({ id }) => id),
  };
};
