import { SCALE_MARKS } from '../../frameworks/edition/method/method-schema.js';

/** Every score a criterion can have, best first; the three letters say why there is no number. */
export const SCORES = SCALE_MARKS;

/** One score: 3 to 0, `U` cannot be verified, `X` not answered, `N` not applicable. */
export type ScoreValue = (typeof SCORES)[number];

/** True when the text is one of the seven scores. */
export function isScore(text: unknown): text is ScoreValue {
  return SCORES.some((score) => score === text);
}

/** The points of a numbered score, or null for `U`, `X` and `N`, which are never turned into a number. */
export function pointsOf(score: ScoreValue): 0 | 1 | 2 | 3 | null {
  switch (score) {
    case '3':
      return 3;
    case '2':
      return 2;
    case '1':
      return 1;
    case '0':
      return 0;
    default:
      return null;
  }
}

/** True when nobody can say how things stand: not answered, or claimed and not shown. Silence is a result, not a gap. */
export function isUnverified(score: ScoreValue): boolean {
  return score === 'U' || score === 'X';
}
