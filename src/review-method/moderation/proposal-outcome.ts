import type { Gravity } from '../../frameworks/edition/gravity.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { countedScore, type Limits } from '../scoring/cap-by-evidence.js';
import type { EvidenceGrade } from '../scoring/evidence-grade.js';
import type { ScoreValue } from '../scoring/score.js';
import { isAboveLowest, isOutside } from './lowest-score.js';
import { stopsByItself, type WeighedScore } from './weighed-score.js';

/** What a reviewer says to what was proposed in a meeting. Silence is neither. */
export const PROPOSAL_STANCES = ['confirm', 'dissent'] as const;

/** What one reviewer says to one proposal. */
export type ProposalStance = (typeof PROPOSAL_STANCES)[number];

/** What was proposed in a meeting about one criterion, with what became of it so far. */
export interface MeetingProposal {
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  /** The last day on which reviewers can confirm it or dissent. */
  readonly confirmBy: CalendarDay;
  readonly answers: readonly { readonly reviewer: string; readonly stance: ProposalStance }[];
  /** True when a second person who leads the review stands behind it. */
  readonly seconded: boolean;
}

/** What a proposal is held against. */
export interface ProposalGround {
  readonly gravity: Gravity;
  readonly scores: readonly WeighedScore[];
  readonly claimedNotApplicable: boolean;
  readonly today: CalendarDay;
  /** What evidence can carry by the method of the edition. */
  readonly limits: Limits;
}

/** How a proposal can end, and that reviewers can still speak. */
export const PROPOSAL_OUTCOMES = [
  'WAITING',
  'ALL_CONFIRMED',
  'WITHIN_RANGE',
  'NOT_ALL_CONFIRMED',
  'NOBODY_CONFIRMED',
  'NOT_SECONDED',
] as const;

/** How one proposal ended, or that reviewers can still speak. */
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number];

/** The words for each outcome, as a page and a release say it. */
export const OUTCOME_WORDS: Readonly<Record<ProposalOutcome, string>> = {
  WAITING: 'Reviewers can still confirm it or dissent.',
  ALL_CONFIRMED: 'Every reviewer whose score counts confirmed it, so it counts.',
  WITHIN_RANGE: 'It lies between the reviewers’ scores and the meeting stands behind it, so it counts.',
  NOT_ALL_CONFIRMED: 'It needed every reviewer whose score counts, and not all of them confirmed it.',
  NOBODY_CONFIRMED: 'No reviewer confirmed it.',
  NOT_SECONDED: 'Reviewers dissented, and no second person who leads the review stood behind it.',
};

/** True when what was proposed counts. */
export function doesCount(outcome: ProposalOutcome): boolean {
  return outcome === 'ALL_CONFIRMED' || outcome === 'WITHIN_RANGE';
}

/**
 * True when a proposal needs every reviewer whose score counts: outside the range of their scores, that the criterion
 * does not apply, or above the lowest of them on a red line, another knock-out or a duty in law.
 */
export function needsEverybody(
  proposal: Pick<MeetingProposal, 'score' | 'grade'>,
  { gravity, scores, limits }: Pick<ProposalGround, 'gravity' | 'scores' | 'limits'>,
): boolean {
  const proposed = countedScore(proposal, limits);
  const counts = scores.map((score) => score.counts);
  if (proposed === 'N' || isOutside(proposed, counts)) return true;
  return gravity !== 'ORDINARY' && isAboveLowest(proposed, counts);
}

/**
 * What becomes of a proposal. Until its last day, or until everybody has spoken, nobody knows. Silence confirms nothing.
 * Where most reviewers dissent, or any on a requirement that stops a scheme by itself, it needs two who lead the review.
 */
export function proposalOutcome(proposal: MeetingProposal, ground: ProposalGround): ProposalOutcome {
  const { gravity, scores, claimedNotApplicable, today, limits } = ground;
  const who = (stance: ProposalStance) =>
    scores.filter(({ reviewer }) =>
      proposal.answers.some((answer) => answer.reviewer === reviewer && answer.stance === stance),
    ).length;
  const [confirmed, dissented] = [who('confirm'), who('dissent')];
  if (confirmed + dissented < scores.length && today <= proposal.confirmBy) return 'WAITING';
  const unclaimed = countedScore(proposal, limits) === 'N' && stopsByItself(gravity) && !claimedNotApplicable;
  if (scores.length > 0 && confirmed === scores.length && !unclaimed) return 'ALL_CONFIRMED';
  if (needsEverybody(proposal, ground)) return 'NOT_ALL_CONFIRMED';
  const raises = isAboveLowest(
    countedScore(proposal, limits),
    scores.map(({ counts }) => counts),
  );
  if (raises && confirmed === 0) return 'NOBODY_CONFIRMED';
  const disagrees = dissented * 2 > scores.length || (stopsByItself(gravity) && dissented > 0);
  return disagrees && !proposal.seconded ? 'NOT_SECONDED' : 'WITHIN_RANGE';
}
