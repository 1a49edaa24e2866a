import type { Gravity } from '../../frameworks/edition/gravity.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { agreesTooLittle, reviewerScores } from '../agreement/locked-agreement.js';
import type { Method } from '../../frameworks/edition/method/method-schema.js';
import type { Limits } from '../scoring/cap-by-evidence.js';
import type { ScoreValue } from '../scoring/score.js';
import { moderationReasons, type MeetingGround, type ModerationReason } from './moderation-reasons.js';
import { proposalOutcome, type MeetingProposal, type ProposalOutcome } from './proposal-outcome.js';
import { settledScore, type SettledScore } from './settled-score.js';
import { weighed, type ScoreToWeigh, type WeighedScore } from './weighed-score.js';

/** What became of a change that a lead proposed after accepting a reply. */
export interface ChangeAfterReply<Proposal> {
  readonly proposal: Proposal;
  readonly outcome: ProposalOutcome;
}

/** One criterion when the scores are open: why reviewers meet, what counts, and what was proposed after a reply. */
export interface MeetingNeed<Proposal = MeetingProposal> {
  readonly criterion: string;
  readonly gravity: Gravity;
  readonly scores: readonly WeighedScore[];
  readonly limits: Limits;
  readonly reasons: readonly ModerationReason[];
  readonly settled: SettledScore;
  /** The newest proposal that was made in a meeting; what counts follows from this one alone. */
  readonly proposal: Proposal | null;
  /** Null, too, where reviewers met anew since, because scores were set aside: the newest proposal stands. */
  readonly afterReply: ChangeAfterReply<Proposal> | null;
}

/** A proposal about a criterion; the newest of each sort stands. */
export interface PlacedProposal extends MeetingProposal {
  readonly criterion: string;
  readonly seq: number;
  /** The decision on a reply from which it follows; null for one that a meeting made before replies. */
  readonly replyDecisionId: string | null;
}

/** All that meetings are worked out from. The scores are those that count and no others. */
export interface MeetingRecords<Proposal extends PlacedProposal = PlacedProposal> {
  readonly scores: readonly (ScoreToWeigh & { readonly criterion: string })[];
  readonly answers: readonly { readonly criterion: string; readonly score: ScoreValue | null }[];
  readonly requests: readonly { readonly criterion: string; readonly ground: MeetingGround }[];
  readonly proposals: readonly Proposal[];
  readonly today: CalendarDay;
  /** The method of the edition by which the criteria are scored. */
  readonly method: Method;
}

/** Says for each criterion whether the reviewers must meet and what counts. Scores count as far as their evidence carries them. */
export function meetings<Proposal extends PlacedProposal>(
  criteria: readonly {
    readonly criterion: { readonly id: string };
    readonly gravity: Gravity;
  }[],
  records: MeetingRecords<Proposal>,
): readonly MeetingNeed<Proposal>[] {
  const { method } = records;
  const agreedTooLittle = agreesTooLittle(reviewerScores(records.scores), method);
  return criteria.map(({ criterion: { id }, gravity }) => {
    const its = <Row extends { readonly criterion: string }>(rows: readonly Row[]): readonly Row[] =>
      rows.filter(({ criterion }) => criterion === id);
    const about = {
      gravity,
      scores: its(records.scores).map((given) => weighed(given, gravity, method)),
      asked: its(records.requests).map(({ ground }) => ground),
      claimedNotApplicable: its(records.answers).some(({ score }) => score === 'N'),
      agreedTooLittle,
      today: records.today,
      limits: method,
    };
    const newest = its(records.proposals).toSorted((one, other) => other.seq - one.seq);
    const proposal = newest.find(({ replyDecisionId }) => replyDecisionId === null) ?? null;
    const [standing] = newest;
    const change = standing?.replyDecisionId === null ? undefined : standing;
    return {
      criterion: id,
      gravity,
      scores: about.scores,
      limits: method,
      reasons: moderationReasons(about),
      settled: settledScore(about, proposal),
      proposal,
      afterReply: change ? { proposal: change, outcome: proposalOutcome(change, about) } : null,
    };
  });
}
