import type { EvidenceGrade } from './evidence-grade.js';
import { pointsOf, type ScoreValue } from './score.js';

/** A score after its evidence was weighed; `because` says why it changed, or is null when it stands. */
export interface CappedScore {
  readonly score: ScoreValue;
  readonly because: string | null;
}

/**
 * The score that the evidence can carry: 3 needs grade A or B, 2 needs A to C, and grade D or E leaves any number
 * unverified rather than 0, because missing evidence and evidence of breach are not the same thing.
 */
export function capByEvidence(score: ScoreValue, grade: EvidenceGrade): CappedScore {
  if (pointsOf(score) === null) return { score, because: null };
  if (grade === 'D' || grade === 'E') {
    return { score: 'U', because: `Evidence of grade ${grade} cannot verify a score, so this counts as U.` };
  }
  if (score === '3' && grade === 'C') {
    return { score: '2', because: 'A score of 3 needs evidence of grade A or B, so this counts as 2.' };
  }
  return { score, because: null };
}

/** A score as it counts after its evidence was weighed. */
export function countedScore({
  score,
  grade,
}: {
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
}): ScoreValue {
  return grade === null ? score : capByEvidence(score, grade).score;
}
