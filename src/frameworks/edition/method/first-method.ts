import type { Edition } from '../edition-schema.js';
import { RATING_STEPS, type Method } from './method-schema.js';

/** The method of every edition that writes out none. */
export const FIRST_METHOD: Method = {
  scale: [
    {
      score: '3',
      label: 'Consistent',
      labelForLaw: 'Met',
      meaning:
        'The evidence is current, covers the whole deployment, was in place before or while it ran, and is confirmed by ' +
        'at least one independent source.',
    },
    {
      score: '2',
      label: 'Mostly consistent',
      labelForLaw: 'Mostly met',
      meaning:
        'The evidence is current. Gaps are minor, put nobody at risk now, and have an owner and a date.',
    },
    {
      score: '1',
      label: 'Partly consistent',
      labelForLaw: 'Partly met',
      meaning: 'There are important gaps, or it exists only on paper, or it was written afterwards.',
    },
    {
      score: '0',
      label: 'Not consistent',
      labelForLaw: 'Not met',
      meaning: 'The evidence shows that there is no arrangement, or that practice is the opposite.',
    },
    {
      score: 'U',
      label: 'Cannot be verified',
      labelForLaw: 'Cannot be verified',
      meaning:
        'It is claimed, but the evidence is absent, redacted, privileged, undated or was not supplied in time.',
    },
    {
      score: 'X',
      label: 'Not answered',
      labelForLaw: 'Not answered',
      meaning: 'The trust gave no answer. This is published as such.',
    },
    {
      score: 'N',
      label: 'Not applicable',
      labelForLaw: 'Not applicable',
      meaning: 'It cannot apply to this deployment. The reason is given, and the reviewers agreed to it.',
    },
  ],
  evidenceGrades: [
    {
      grade: 'A',
      meaning:
        'A record made at the time, confirmed by an independent source (for example an audit log and a patient’s account).',
      carries: '3',
    },
    { grade: 'B', meaning: 'A record made at the time, from one party.', carries: '3' },
    {
      grade: 'C',
      meaning: 'A document written afterwards, or a statement by a named accountable person.',
      carries: '2',
    },
    {
      grade: 'D',
      meaning: 'A claim that nobody signed, marketing, or material from the vendor.',
      carries: null,
    },
    { grade: 'E', meaning: 'None.', carries: null },
  ],
  rating: { mostOpenInHundred: 25, overall: 'worst domain', steps: [...RATING_STEPS] },
};

/** At which scores the steps of the rating bite where a method does not say so. */
const FIRST_FAILS_AT = { redLine: 1, knockOut: 1, duty: 0, anyCriterion: 1 } as const;
/** The least agreement at which scores are relied on where a method does not say so (Krippendorff). */
const FIRST_LEAST_AGREEMENT = 0.667;

/** The highest score at which each sort of criterion counts as failed by this method. */
export function failsAtOf({ rating }: Pick<Method, 'rating'>): NonNullable<Method['rating']['failsAt']> {
  return rating.failsAt ?? FIRST_FAILS_AT;
}

/** The least agreement, as Krippendorff's alpha, at which scores are relied on by this method. */
export function leastAgreementOf({ agreement }: Pick<Method, 'agreement'>): number {
  return agreement?.least ?? FIRST_LEAST_AGREEMENT;
}

/** The method by which an edition is scored and rated. */
export function methodOf({ method }: Pick<Edition, 'method'>): Method {
  return method ?? FIRST_METHOD;
}
