import type { Gravity } from '../../frameworks/edition/gravity.js';
import { isUnverified, pointsOf, type ScoreValue } from '../scoring/score.js';

/** One criterion of a review with the score that counts after moderation and after its evidence was weighed. */
export interface RatedCriterion {
  readonly id: string;
  readonly domain: string;
  readonly gravity: Gravity;
  /** Null when nobody scored it, which counts as not answered. */
  readonly score: ScoreValue | null;
}

/** True when the criterion was scored 0 or 1. */
export function isFailed({ score }: RatedCriterion): boolean {
  const points = score === null ? null : pointsOf(score);
  return points !== null && points <= 1;
}

/** True when nobody can say how the criterion stands: no score, not answered, or not verified. */
export function isOpen({ score }: RatedCriterion): boolean {
  return score === null || isUnverified(score);
}

/** True unless the reviewers agreed that the criterion does not apply. */
export function isApplicable({ score }: RatedCriterion): boolean {
  return score !== 'N';
}
