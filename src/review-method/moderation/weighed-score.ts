import type { Gravity } from '../../frameworks/edition/gravity.js';
import { countedScore, type Limits } from '../scoring/cap-by-evidence.js';
import type { EvidenceGrade } from '../scoring/evidence-grade.js';
import type { Confidence } from '../scoring/locked-content.js';
import type { ScoreValue } from '../scoring/score.js';

/** One locked score of a reviewer whose scores count, with what it counts as beside what was given. */
export interface WeighedScore {
  readonly reviewer: string;
  readonly given: ScoreValue;
  readonly counts: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly confidence: Confidence;
}

/** A score as a reviewer locked it. */
export interface ScoreToWeigh {
  readonly assignmentId: string;
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly confidence: Confidence;
}

/** True for a requirement that stops a scheme by itself: one of the three elements, or another knock-out. */
export function stopsByItself(gravity: Gravity): boolean {
  return gravity === 'RED_LINE' || gravity === 'KNOCK_OUT';
}

/**
 * What a locked score counts as: as far as its evidence can carry it, and `N` on a requirement that stops a scheme by
 * itself as `U`, because no reviewer alone can say that such a requirement does not apply.
 */
export function weighed(given: ScoreToWeigh, gravity: Gravity, limits: Limits): WeighedScore {
  const counts = countedScore(given, limits);
  return {
    reviewer: given.assignmentId,
    given: given.score,
    counts: counts === 'N' && stopsByItself(gravity) ? 'U' : counts,
    grade: given.grade,
    confidence: given.confidence,
  };
}
