import { givenIn, pairable, type Ratings } from './ratings.js';

/**
 * The share of pairs of people who said the same, averaged over the units that at least two rated: from 0 to 1, or
 * null when there is no such unit. It makes no allowance for chance.
 */
export function rawAgreement(ratings: Ratings): number | null {
  const units = pairable(ratings);
  if (units.length === 0) return null;
  return units.reduce((sum, unit) => sum + agreeingShare(givenIn(unit)), 0) / units.length;
}

function agreeingShare(given: readonly number[]): number {
  const agreeing = given.reduce(
    (sum, value, place) =>
      sum + given.filter((other, otherPlace) => otherPlace > place && other === value).length,
    0,
  );
  return agreeing / ((given.length * (given.length - 1)) / 2);
}
