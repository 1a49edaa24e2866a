import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { SheetLine } from '../reading/review-sheet.js';
import type { ReviewHeader } from '../reviews.queries.js';
import type { ScoreProposalRow } from './meetings.queries.js';

/** The proposal about a criterion that can still be spoken to in this part of the review; null when there is none. */
export function openProposal(
  { need }: Pick<SheetLine, 'need'>,
  review: ReviewHeader,
): ScoreProposalRow | null {
  if (review.replyClosedOn !== null) return null;
  const proposal = review.moderationClosedOn === null ? need.proposal : need.afterReply?.proposal;
  return proposal?.row ?? null;
}

/** The proposal that waits for the word of the reviewer of this assignment today; null when none does. */
export function waitingProposal(
  line: Pick<SheetLine, 'need'>,
  review: ReviewHeader,
  { assignmentId, today }: { readonly assignmentId: Uuid | null; readonly today: CalendarDay },
): ScoreProposalRow | null {
  const proposal = openProposal(line, review);
  if (!proposal || assignmentId === null || today > proposal.confirmBy) return null;
  const counts = line.need.scores.some(({ reviewer }) => reviewer === assignmentId);
  const spoke = proposal.answers.some((answer) => answer.assignmentId === assignmentId);
  return counts && !spoke ? proposal : null;
}
