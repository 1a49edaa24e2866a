import type { CriterionInForce } from '../../frameworks/edition/criteria-in-force.js';
import type { GivenScore } from '../scoring/locked-content.js';
import { moderationReasons, type CriterionScores, type ModerationReason } from './moderation-reasons.js';
import { settleWithoutMeeting } from './settle-without-meeting.js';
import { countedScore } from '../scoring/cap-by-evidence.js';
import type { EvidenceGrade } from '../scoring/evidence-grade.js';
import type { ScoreValue } from '../scoring/score.js';

/** What becomes of one criterion when the scores are open: reasons to meet, or the score that is settled without. */
export interface MeetingNeed {
  readonly criterion: string;
  readonly reasons: readonly ModerationReason[];
  readonly settled: { readonly score: ScoreValue; readonly grade: EvidenceGrade | null } | null;
}

/** Says for each criterion whether the reviewers must meet. Scores count as far as their evidence can carry them. */
export function meetings(
  criteria: readonly CriterionInForce[],
  scores: readonly GivenScore[],
): readonly MeetingNeed[] {
  return criteria.map(({ criterion: { id }, gravity }) => {
    const given = scores.filter(({ criterion }) => criterion === id);
    const compared: CriterionScores = { gravity, scores: given.map(asLocked), survivorsContradict: false };
    const score = settleWithoutMeeting(compared);
    const settled = score === null ? null : { score, grade: weakestBehind(score, given) };
    return { criterion: id, reasons: moderationReasons(compared), settled };
  });
}

function asLocked(given: GivenScore): CriterionScores['scores'][number] {
  return { reviewer: given.assignmentId, score: countedScore(given), confidence: given.confidence };
}

function weakestBehind(score: ScoreValue, given: readonly GivenScore[]): EvidenceGrade | null {
  const grades = given.filter((one) => countedScore(one) === score).flatMap(({ grade }) => grade ?? []);
  return grades.sort().at(-1) ?? null;
}
