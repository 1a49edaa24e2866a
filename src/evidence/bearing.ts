/** That records of a kind bear on criteria of the review, as the kind itself declares it. */
export interface Bearing {
  /** What the records are called together: "How people were involved". */
  readonly heading: string;
  /** In a sentence or two, what of them a reviewer can read for the criterion. */
  readonly what: string;
  /** Domains of the framework: `SIM-DAT` for every criterion whose code begins so. */
  readonly bearsOn: readonly string[];
}

/** Those that bear on a criterion, by its code. */
export function bearingOn(criterion: string, declared: readonly Bearing[]): readonly Bearing[] {
  return declared.filter(({ bearsOn }) => bearsOn.some((domain) => criterion.startsWith(`${domain}-`)));
}
