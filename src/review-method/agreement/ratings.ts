/**
 * What several people said about several units: one row per unit, one column per person, each cell the place of a
 * category (0 for the first) or null where that person said nothing about that unit.
 */
export type Ratings = readonly (readonly (number | null)[])[];

/** The categories one unit was given, without the gaps. */
export function givenIn(unit: Ratings[number]): readonly number[] {
  return unit.filter((value) => value !== null);
}

/** The units that at least two people rated; the others say nothing about agreement. */
export function pairable(ratings: Ratings): Ratings {
  return ratings.filter((unit) => givenIn(unit).length >= 2);
}
