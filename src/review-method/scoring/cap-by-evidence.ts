import { FIRST_METHOD } from '../../frameworks/edition/method/first-method.js';
import type { EvidenceGrade } from './evidence-grade.js';
import { pointsOf, type ScoreValue } from './score.js';

/** A score after its evidence was weighed; `because` says why it changed, or is null when it stands. */
export interface CappedScore {
  readonly score: ScoreValue;
  readonly because: string | null;
}

/**
 * The score that the evidence can carry by the limits of the method: 3 needs grade A or B, 2 needs A to C, and grade D or E
 * leaves any number unverified rather than 0, because missing evidence and evidence of breach are not the same thing.
 */
export function capByEvidence(score: ScoreValue, grade: EvidenceGrade): CappedScore {
  const points = pointsOf(score);
  if (points === null) return { score, because: null };
  const carries = LIMITS.find((limit) => limit.grade === grade)?.carries ?? null;
  if (carries === null) {
    return { score: 'U', because: `Evidence of grade ${grade} cannot verify a score, so this counts as U.` };
  }
  if (points <= Number(carries)) return { score, because: null };
  const grades = LIMITS.filter((limit) => Number(limit.carries ?? -1) >= points).map((limit) => limit.grade);
  const needed = `A score of ${score} needs evidence of grade ${grades.join(' or ')}`;
  return { score: carries, because: `${needed}, so this counts as ${carries}.` };
}

const LIMITS = FIRST_METHOD.evidenceGrades;

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
