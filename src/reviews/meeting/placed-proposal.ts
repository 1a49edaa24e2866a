import type { PlacedProposal } from '../../review-method/moderation/meetings.js';
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
