/** Every rating, worst first, so that the worst of several is the one that comes first here. */
export const RATINGS = ['CEASE', 'SERIOUS_CONCERN', 'UNVERIFIED', 'IMPROVEMENT_REQUIRED', 'ASSURED'] as const;

/** What a domain, or a deployment as a whole, is rated. There is no percentage and no average. */
export type Rating = (typeof RATINGS)[number];

/** The words a reader sees for each rating. */
export const RATING_WORDS: Readonly<Record<Rating, { readonly label: string; readonly meaning: string }>> = {
  CEASE: {
    label: 'Cease',
    meaning:
      'At least one of the three elements that NHS England said must be eradicated was found in part or in full.',
  },
  SERIOUS_CONCERN: {
    label: 'Serious concern',
    meaning:
      'A requirement that stops a scheme by itself was failed, or the record does not show that a duty in law was met.',
  },
  UNVERIFIED: {
    label: 'Unverified',
    meaning: 'Too much was not answered or could not be verified to say how things stand.',
  },
  IMPROVEMENT_REQUIRED: {
    label: 'Improvement required',
    meaning: 'At least one requirement was failed, met only in part, not answered or could not be verified.',
  },
  ASSURED: {
    label: 'Assured',
    meaning: 'Every requirement that applies was shown to be mostly or fully met.',
  },
};

/** The worst of the ratings, or null when there are none. One bad domain is never averaged away by good ones. */
export function worstOf(ratings: readonly Rating[]): Rating | null {
  return RATINGS.find((rating) => ratings.includes(rating)) ?? null;
}
