import { OUTCOME_WORDS } from '../../review-method/moderation/proposal-outcome.js';
import { unheardOn } from '../../review-method/moderation/unheard.js';
import type { SheetLine } from '../reading/review-sheet.js';
import { GROUND_WORDS } from '../requesting/meeting-request.forms.js';
import { PROPOSAL_STANCE_WORDS } from './meeting.forms.js';
import type { MeetingRequestRow, ScoreProposalRow } from './meetings.queries.js';
import { whatBecameOf } from './placed-proposal.js';

/** A meeting about one criterion as a page shows it. Reviewers are numbers, and nobody is named. */
export interface MeetingModel {
  readonly reasons: readonly string[];
  readonly requests: readonly { readonly said: string; readonly reason: string }[];
  readonly proposals: readonly ProposalModel[];
}

/** One proposal in words, with what reviewers said to it and who said nothing. */
export interface ProposalModel {
  readonly id: string;
  readonly shown: string;
  readonly afterReply: boolean;
  readonly reason: string;
  readonly proposedOn: string;
  readonly confirmBy: string;
  readonly tookPart: readonly string[];
  readonly answers: readonly { readonly who: string; readonly said: string; readonly words: string }[];
  readonly silent: readonly string[];
  /** Whoever locked only after its time, or had left before it was made. */
  readonly couldNotSpeak: readonly string[];
  /** True while whoever is silent can still speak. */
  readonly waits: boolean;
  readonly second: ScoreProposalRow['second'];
  /** What became of it; null for one that another followed. */
  readonly outcome: string | null;
}

/** Makes the model; `number` numbers the reviewers of the sheet. */
export function meetingModel(line: SheetLine, number: (assignmentId: string) => number): MeetingModel {
  const named = (id: string): string => `Reviewer ${String(number(id))}`;
  return {
    reasons: line.need.reasons.map(({ sentence }) => sentence),
    requests: line.requests.map((request) => ({
      said: `${whoAsked(request, named)} ${GROUND_WORDS[request.ground].label}`,
      reason: request.reason,
    })),
    proposals: line.proposals.map((proposal) => proposalModel(proposal, line, named)),
  };
}

function whoAsked(
  { askedAs, assignmentId, organisation }: MeetingRequestRow,
  named: (id: string) => string,
): string {
  if (askedAs === 'group') return organisation ?? 'A user-led group';
  return assignmentId === null ? 'A lead reviewer' : named(assignmentId);
}

function proposalModel(
  proposal: ScoreProposalRow,
  { need, scores }: SheetLine,
  named: (id: string) => string,
): ProposalModel {
  const { id, score, grade, reason, proposedOn, confirmBy, second } = proposal;
  const outcome = whatBecameOf(proposal, need);
  const unheard = unheardOn(proposal, scores);
  return {
    ...{ id, reason, proposedOn, confirmBy, second },
    shown: grade === null ? score : `${score}, evidence ${grade}`,
    afterReply: proposal.replyDecisionId !== null,
    tookPart: proposal.tookPart.map(named),
    answers: proposal.answers.map(({ assignmentId, stance, words }) => ({
      ...{ who: named(assignmentId), said: PROPOSAL_STANCE_WORDS[stance].label, words },
    })),
    silent: unheard.silent.map(named),
    couldNotSpeak: unheard.couldNotSpeak.map(named),
    waits: outcome === 'WAITING',
    outcome: outcome && OUTCOME_WORDS[outcome],
  };
}
