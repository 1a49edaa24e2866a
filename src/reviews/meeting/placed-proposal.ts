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
