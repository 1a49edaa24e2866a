import {
  OUTCOME_WORDS,
  type ProposalOutcome,
  type ProposalStance,
} from '../../review-method/moderation/proposal-outcome.js';
import { unheardOn } from '../../review-method/moderation/unheard.js';
import type { MeetingGround } from '../../review-method/moderation/moderation-reasons.js';
import type { EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import type { ScoreProposalRow } from '../../reviews/meeting/meetings.queries.js';
import { whatBecameOf } from '../../reviews/meeting/placed-proposal.js';
import type { SheetLine } from '../../reviews/reading/review-sheet.js';

/** What one reviewer said to a proposal in their own words; a dissent is a minority view. */
export interface PublishedWord {
  readonly reviewer: string;
  readonly stance: ProposalStance;
  readonly words: string;
}

/** What was proposed in a meeting, with everything that was said to it, and who said nothing. */
export interface PublishedProposal {
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly reason: string;
  /** True for what a lead proposed after accepting a reply. */
  readonly afterReply: boolean;
  readonly tookPart: readonly string[];
  readonly proposedOn: string;
  readonly confirmBy: string;
  readonly said: readonly PublishedWord[];
  /** Reviewers whose score counts and who could have spoken, and neither confirmed nor dissented in the stated time. */
  readonly silent: readonly string[];
  /** Reviewers whose score counts and who had left, or locked only later; missing in what was published before it was told apart. */
  readonly couldNotSpeak?: readonly string[];
  /** Why a second person who leads the review stood behind it; null where none did. */
  readonly secondedBecause: string | null;
  /** What became of it; null for one that another followed. */
  readonly outcome: ProposalOutcome | null;
}

/** Why reviewers met about one criterion, who asked for it, and what was proposed, in turn. */
export interface PublishedMeeting {
  readonly reasons: readonly string[];
  readonly asked: readonly {
    /** A reviewer's letter, the name of a user-led group, or null for whoever leads the review. */
    readonly by: string | null;
    readonly ground: MeetingGround;
    readonly reason: string;
  }[];
  readonly proposals: readonly PublishedProposal[];
}

/** The meeting about one criterion as it is published; null where there was no reason to meet. */
export function publishedMeeting(
  { need, scores, requests, proposals }: SheetLine,
  letters: ReadonlyMap<string, string>,
): PublishedMeeting | null {
  if (need.reasons.length === 0 && proposals.length === 0) return null;
  return {
    reasons: need.reasons.map(({ sentence }) => sentence),
    asked: requests.map(({ assignmentId, organisation, ground, reason }) => ({
      by: assignmentId === null ? organisation : (letters.get(assignmentId) ?? null),
      ground,
      reason,
    })),
    proposals: proposals.map((proposal) => publishedProposal(proposal, { need, scores }, letters)),
  };
}

function publishedProposal(
  proposal: ScoreProposalRow,
  { need, scores }: Pick<SheetLine, 'need' | 'scores'>,
  letters: ReadonlyMap<string, string>,
): PublishedProposal {
  const lettersOf = (ids: readonly string[]): string[] => ids.flatMap((id) => letters.get(id) ?? []).sort();
  const unheard = unheardOn(proposal, scores);
  const { score, grade, reason, tookPart, proposedOn, confirmBy, answers, second } = proposal;
  return {
    score,
    grade,
    reason,
    afterReply: proposal.replyDecisionId !== null,
    tookPart: lettersOf(tookPart),
    proposedOn,
    confirmBy,
    said: answers
      .map(({ assignmentId, stance, words }) => ({
        ...{ reviewer: letters.get(assignmentId) ?? '', stance, words },
      }))
      .sort((one, other) => (one.reviewer < other.reviewer ? -1 : 1)),
    silent: lettersOf(unheard.silent),
    couldNotSpeak: lettersOf(unheard.couldNotSpeak),
    secondedBecause: second?.reason ?? null,
    outcome: whatBecameOf(proposal, need),
  };
}

/** What became of a proposal, in a sentence. */
export function outcomeSentence({ outcome }: Pick<PublishedProposal, 'outcome'>): string {
  return outcome === null ? 'Another proposal followed.' : OUTCOME_WORDS[outcome];
}
