import { stopsByItself } from '../moderation/weighed-score.js';
import { isNotAgreed, isOpen } from './rated-criterion.js';
import { listWithScores, type RatingRule } from './rating-step.js';

/** Silence on a red line, or on another knock-out, never passes: the domain is at least unverified. */
export const redLineOpen: RatingRule = (criteria) => {
  const open = criteria.filter((each) => stopsByItself(each.gravity) && isOpen(each) && !isNotAgreed(each));
  if (open.length === 0) return null;
  return {
    rating: 'UNVERIFIED',
    sentence:
      'A requirement that stops a scheme by itself was not answered or could not be verified: ' +
      `${listWithScores(open)}. Silence on one of these never passes.`,
    criteria: open.map(({ id }) => id),
  };
};
