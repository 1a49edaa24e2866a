import type { Uuid } from '../../kernel/identifiers.js';
import type { MeetingNeed, PlacedProposal } from '../../review-method/moderation/meetings.js';
import type { ProposalOutcome } from '../../review-method/moderation/proposal-outcome.js';
import type { ScoreProposalRow } from './meetings.queries.js';

/** A stored proposal as the method of a review weighs it, with its row. */
export interface PlacedRow extends PlacedProposal {
  readonly row: ScoreProposalRow;
}

/** Makes a stored proposal what the method of a review weighs: who spoke is known by the assignment. */
export function asPlaced(row: ScoreProposalRow): PlacedRow {
  const { criterion, seq, score, grade, confirmBy, replyDecisionId } = row;
  return {
    ...{ row, criterion, seq, score, grade, confirmBy, replyDecisionId },
    answers: row.answers.map(({ assignmentId, stance }) => ({ reviewer: assignmentId, stance })),
    seconded: row.second !== null,
  };
}

/** The reviewers whose score counts and who have said nothing to a proposal, by their assignments. */
export function silentOn({ answers }: ScoreProposalRow, { scores }: MeetingNeed<PlacedRow>): Uuid[] {
  const spoke = new Set(answers.map(({ assignmentId }) => assignmentId));
  return scores.map(({ reviewer }) => reviewer).filter((reviewer) => !spoke.has(reviewer));
}

/** What became of a proposal so far; null for one that another followed. */
export function whatBecameOf(
  { id }: ScoreProposalRow,
  { proposal, settled, afterReply }: MeetingNeed<PlacedRow>,
): ProposalOutcome | null {
  if (afterReply?.proposal.row.id === id) return afterReply.outcome;
  if (proposal?.row.id !== id) return null;
  if (settled.state === 'waiting') return 'WAITING';
  return settled.state === 'settled' ? settled.outcome : null;
}
