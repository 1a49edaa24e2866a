import { countedScore } from '../scoring/cap-by-evidence.js';
import type { EvidenceGrade } from '../scoring/evidence-grade.js';
import type { ScoreValue } from '../scoring/score.js';
import { lowestOf } from './lowest-score.js';
import { moderationReasons, type CriterionScores } from './moderation-reasons.js';
import {
  doesCount,
  OUTCOME_WORDS,
  proposalOutcome,
  type MeetingProposal,
  type ProposalGround,
  type ProposalOutcome,
} from './proposal-outcome.js';
import type { WeighedScore } from './weighed-score.js';

/** How a score can be settled: by agreement that needed no meeting, by a meeting of the reviewers, after an accepted reply. */
export const SETTLEMENTS = ['agreement', 'meeting', 'reply'] as const;

/** How one score was settled. */
export type Settlement = (typeof SETTLEMENTS)[number];

/** A score with the grade of the evidence behind it. */
export interface ScoreWithGrade {
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
}

/** What counts for one criterion, or what is still missing before anything does. Nobody types it. */
export type SettledScore =
  | { readonly state: 'to-meet' }
  | { readonly state: 'waiting'; readonly proposal: MeetingProposal }
  | (ScoreWithGrade & {
      readonly state: 'settled';
      readonly by: 'agreement' | 'meeting';
      /** Null where no meeting was needed. */
      readonly outcome: ProposalOutcome | null;
    });

/**
 * Settles one criterion. Without a reason to meet the scores settle themselves; with one, what a meeting proposed counts
 * where the reviewers carry it, and otherwise the lowest score of those whose scores count.
 */
export function settledScore(
  criterion: CriterionScores & Pick<ProposalGround, 'today' | 'limits'>,
  proposal: MeetingProposal | null,
): SettledScore {
  const lowest = lowestWithGrade(criterion.scores);
  if (moderationReasons(criterion).length === 0)
    return { state: 'settled', ...lowest, by: 'agreement', outcome: null };
  if (proposal === null) return { state: 'to-meet' };
  const outcome = proposalOutcome(proposal, criterion);
  if (outcome === 'WAITING') return { state: 'waiting', proposal };
  const { score, grade } = doesCount(outcome)
    ? { score: countedScore(proposal, criterion.limits), grade: proposal.grade }
    : lowest;
  return { state: 'settled', score, grade, by: 'meeting', outcome };
}

/**
 * Why a score counts, in the words that are published with it: what the meeting found, or why its proposal does not count.
 * Nobody types them, and PostgreSQL takes no others.
 */
export function settledBecause(outcome: ProposalOutcome | null, proposed: string): string {
  if (outcome === null) return AGREED;
  return doesCount(outcome)
    ? proposed
    : `${OUTCOME_WORDS[outcome]} So the lowest score of the reviewers counts.`;
}

const AGREED =
  'The reviewers’ scores were close enough to settle without a meeting; where they were one apart the lower counts.';

/** The lowest score with the weakest evidence behind it: of those only who gave it. */
function lowestWithGrade(scores: readonly WeighedScore[]): ScoreWithGrade {
  const score = lowestOf(scores.map(({ counts }) => counts)) ?? 'U';
  const grades = scores.filter(({ counts }) => counts === score).flatMap(({ grade }) => grade ?? []);
  return { score, grade: grades.sort().at(-1) ?? null };
}
