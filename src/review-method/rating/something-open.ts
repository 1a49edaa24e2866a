import { isOpen } from './rated-criterion.js';
import { listWithScores, type RatingRule } from './rating-step.js';

/** Nothing is assured while a criterion is not answered or not verified, or saying nothing would pay. */
export const somethingOpen: RatingRule = (criteria) => {
  const open = criteria.filter(isOpen);
  if (open.length === 0) return null;
  return {
    rating: 'IMPROVEMENT_REQUIRED',
    sentence: `Not answered or could not be verified, so this cannot be assured: ${listWithScores(open)}.`,
    criteria: open.map(({ id }) => id),
  };
};
