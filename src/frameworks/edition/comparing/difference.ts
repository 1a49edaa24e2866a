/** The sorts of differences between two editions, those that bear on scores first. */
export const DIFFERENCE_SORTS = [
  'ADDED',
  'RETIRED',
  'MOVED',
  'RED_LINE',
  'SCALE',
  'REWORDED',
  'EVIDENCE',
  'RESTS_ON',
  'APPLIES',
  'NAMED',
] as const;

/** One sort of difference. */
export type DifferenceSort = (typeof DIFFERENCE_SORTS)[number];

/** One thing in which an edition differs from an earlier one, told so that nobody needs the files. */
export interface EditionDifference {
  readonly sort: DifferenceSort;
  /** The criterion by its code in the later edition (in the earlier where it was retired), or the part that is no criterion. */
  readonly about: string;
  /** True where `about` is the code of a criterion. */
  readonly isCriterion: boolean;
  /** What of it differs, in words: "requirement", "evidence expected". */
  readonly what: string;
  readonly was: string | null;
  readonly becomes: string | null;
}
