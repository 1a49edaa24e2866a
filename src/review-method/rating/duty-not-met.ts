import { listWithScores, type RatingRule } from './rating-step.js';

/** A duty in law at 0 is a serious concern. */
export const dutyNotMet: RatingRule = (criteria) => {
  const notMet = criteria.filter(({ gravity, score }) => gravity === 'STATUTORY' && score === '0');
  if (notMet.length === 0) return null;
  return {
    rating: 'SERIOUS_CONCERN',
    sentence: `The record does not show that a duty in law was met: ${listWithScores(notMet)}.`,
    criteria: notMet.map(({ id }) => id),
  };
};
