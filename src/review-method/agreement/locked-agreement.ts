import { leastAgreementOf } from '../../frameworks/edition/method/first-method.js';
import type { Method } from '../../frameworks/edition/method/method-schema.js';
import type { ScoreValue } from '../scoring/score.js';
import { ordinalAlpha, isBelowFloor, type ReviewerScores } from './agreement-report.js';

/** The scores of a review as agreement takes them: one row per criterion, one column per reviewer, gaps as null. */
export function reviewerScores(
  scores: readonly {
    readonly assignmentId: string;
    readonly criterion: string;
    readonly score: ScoreValue;
  }[],
): ReviewerScores {
  const reviewers = [...new Set(scores.map(({ assignmentId }) => assignmentId))];
  const units = new Map<string, (ScoreValue | null)[]>();
  for (const { assignmentId, criterion, score } of scores) {
    const unit = units.get(criterion) ?? reviewers.map(() => null);
    unit[reviewers.indexOf(assignmentId)] = score;
    units.set(criterion, unit);
  }
  return [...units.values()];
}

/** True when the reviewers of a review agreed less than scores can be relied on by the method of its edition. */
export function agreesTooLittle(scores: ReviewerScores, method: Pick<Method, 'agreement'>): boolean {
  return isBelowFloor(ordinalAlpha(scores), leastAgreementOf(method));
}
