import type { ScoreValue } from './score.js';

/** How one score is shown. Guidance is something one is consistent with; only a duty in law is met. */
export interface ScoreOnTheScale {
  readonly score: ScoreValue;
  readonly label: string;
  readonly labelForLaw: string;
  readonly meaning: string;
}

/** The scale as reviewers and readers see it, in the order of the form. */
export const SCORE_SCALE: readonly ScoreOnTheScale[] = [
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
    meaning: 'The evidence is current. Gaps are minor, put nobody at risk now, and have an owner and a date.',
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
];

/** The entry of the scale for a score. */
export function onTheScale(score: ScoreValue): ScoreOnTheScale {
  const found = SCORE_SCALE.find((each) => each.score === score);
  if (found === undefined) throw new RangeError(`There is no score ${score} on the scale.`);
  return found;
}
