import { FIRST_METHOD } from '../../frameworks/edition/method/first-method.js';
import { isOpen } from './rated-criterion.js';
import type { RatingRule } from './rating-step.js';

const LARGEST_OPEN_SHARE = FIRST_METHOD.rating.mostOpenInHundred / 100;

/** More than a quarter of the applicable criteria not answered or not verified leaves the domain unverified. */
export const tooMuchOpen: RatingRule = (criteria) => {
  const open = criteria.filter(isOpen);
  if (open.length <= criteria.length * LARGEST_OPEN_SHARE) return null;
  return {
    rating: 'UNVERIFIED',
    sentence:
      `${open.length} of the ${criteria.length} criteria that apply were not answered or could not be verified. ` +
      'More than a quarter is too many to say how things stand.',
    criteria: open.map(({ id }) => id),
  };
};
