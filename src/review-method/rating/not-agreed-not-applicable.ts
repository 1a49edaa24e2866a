import { isNotAgreed } from './rated-criterion.js';
import { listWithScores, type RatingRule } from './rating-step.js';

/** That a requirement which stops a scheme by itself does not apply is agreed in a meeting, or it is unverified. */
export const notAgreedNotApplicable: RatingRule = (criteria) => {
  const alone = criteria.filter(isNotAgreed);
  if (alone.length === 0) return null;
  return {
    rating: 'UNVERIFIED',
    sentence:
      'A reviewer scored a requirement that stops a scheme by itself as not applicable, and no meeting agreed what the ' +
      `trust had claimed, so it counts as unverified: ${listWithScores(alone)}.`,
    criteria: alone.map(({ id }) => id),
  };
};
