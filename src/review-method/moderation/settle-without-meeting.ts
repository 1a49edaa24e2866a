import { SCORES, type ScoreValue } from '../scoring/score.js';
import { type CriterionScores, moderationReasons } from './moderation-reasons.js';

/**
 * The score that counts when no reason for moderation exists, or null when the reviewers must meet. Where two scores
 * are one apart the lower counts: never the average, and doubt does not favour the scheme under review.
 */
export function settleWithoutMeeting(criterion: CriterionScores): ScoreValue | null {
  if (moderationReasons(criterion).length > 0) return null;
  const given = new Set(criterion.scores.map(({ score }) => score));
  return SCORES.findLast((score) => given.has(score)) ?? null;
}
