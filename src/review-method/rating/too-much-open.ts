import { isOpen } from './rated-criterion.js';
import type { RatingRule } from './rating-step.js';

const A_QUARTER = 25;

/** More than the method allows, a quarter by the first, of the applicable criteria not answered or not verified leaves the domain unverified. */
export const tooMuchOpen: RatingRule = (criteria, { rating: { mostOpenInHundred } }) => {
  const open = criteria.filter(isOpen);
  if (open.length * 100 <= criteria.length * mostOpenInHundred) return null;
  return {
    rating: 'UNVERIFIED',
    sentence:
      `${open.length} of the ${criteria.length} criteria that apply were not answered or could not be verified. ` +
      `More than ${mostOpenInHundred === A_QUARTER ? 'a quarter' : `${String(mostOpenInHundred)} in 100`} is too many to say how things stand.`,
    criteria: open.map(({ id }) => id),
  };
};
