import type { Method } from '../../frameworks/edition/method/method-schema.js';
import type { EvidenceGrade } from './evidence-grade.js';
import { pointsOf, type ScoreValue } from './score.js';

/** What evidence of each grade can carry, by the method of an edition. */
export type Limits = Pick<Method, 'evidenceGrades'>;

/** A score after its evidence was weighed; `because` says why it changed, or is null when it stands. */
export interface CappedScore {
  readonly score: ScoreValue;
  readonly because: string | null;
}

/**
 * The score that the evidence can carry by the limits of the method: by the first, 3 needs grade A or B, 2 needs A to C, and
 * grade D or E leaves any number unverified rather than 0, because missing evidence and evidence of breach are not the same.
 */
export function capByEvidence(
  score: ScoreValue,
  grade: EvidenceGrade,
  { evidenceGrades: limits }: Limits,
): CappedScore {
  const points = pointsOf(score);
  if (points === null) return { score, because: null };
  const carries = limits.find((limit) => limit.grade === grade)?.carries ?? null;
  if (carries === null) {
    return { score: 'U', because: `Evidence of grade ${grade} cannot verify a score, so this counts as U.` };
  }
  if (points <= Number(carries)) return { score, because: null };
  const grades = limits.filter((limit) => Number(limit.carries ?? -1) >= points).map((limit) => limit.grade);
  const needed = `A score of ${score} needs evidence of grade ${grades.join(' or ')}`;
  return { score: carries, because: `${needed}, so this counts as ${carries}.` };
}

/** A score as it counts after its evidence was weighed. */
export function countedScore(
  { score, grade }: { readonly score: ScoreValue; readonly grade: EvidenceGrade | null },
  limits: Limits,
): ScoreValue {
  return grade === null ? score : capByEvidence(score, grade, limits).score;
}
