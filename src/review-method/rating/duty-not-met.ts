import { failsAtOf } from '../../frameworks/edition/method/first-method.js';
import { isFailed } from './rated-criterion.js';
import { listWithScores, type RatingRule } from './rating-step.js';

/** A duty in law that was not met, at 0 by the first method, is a serious concern. */
export const dutyNotMet: RatingRule = (criteria, method) => {
  const { duty } = failsAtOf(method);
  const notMet = criteria.filter((each) => each.gravity === 'STATUTORY' && isFailed(each, duty));
  if (notMet.length === 0) return null;
  return {
    rating: 'SERIOUS_CONCERN',
    sentence: `The record does not show that a duty in law was met: ${listWithScores(notMet)}.`,
    criteria: notMet.map(({ id }) => id),
  };
};
