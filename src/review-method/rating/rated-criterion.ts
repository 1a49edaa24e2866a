import type { Gravity } from '../../frameworks/edition/gravity.js';
import { stopsByItself } from '../moderation/weighed-score.js';
import { isUnverified, pointsOf, type ScoreValue } from '../scoring/score.js';

/** One criterion of a review with the score that counts after moderation and after its evidence was weighed. */
export interface RatedCriterion {
  readonly id: string;
  readonly domain: string;
  readonly gravity: Gravity;
  /** Null when nobody scored it, which counts as not answered. */
  readonly score: ScoreValue | null;
  /** True where reviewers said `N` and no meeting agreed it: on a requirement that stops a scheme by itself, that is no score. */
  readonly notAgreed?: boolean;
}

/** True when somebody alone said that a requirement which stops a scheme by itself does not apply. */
export function isNotAgreed({ gravity, score, notAgreed }: RatedCriterion): boolean {
  return stopsByItself(gravity) && notAgreed === true && (score === 'N' || score === 'U');
}

/** True when the criterion was scored as low as this, or lower. */
export function isFailed({ score }: RatedCriterion, highest: number): boolean {
  const points = score === null ? null : pointsOf(score);
  return points !== null && points <= highest;
}

/** True when nobody can say how the criterion stands: no score, not answered, or not verified. */
export function isOpen(criterion: RatedCriterion): boolean {
  const { score } = criterion;
  return score === null || isUnverified(score) || isNotAgreed(criterion);
}

/** True unless the reviewers agreed that the criterion does not apply. */
export function isApplicable(criterion: RatedCriterion): boolean {
  return criterion.score !== 'N' || isNotAgreed(criterion);
}
