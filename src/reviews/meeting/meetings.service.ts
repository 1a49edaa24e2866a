import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { ChangedMeanwhile, NotFound, OutOfTurn, Unprocessable, type Issue } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { ProposalStance } from '../../review-method/moderation/proposal-outcome.js';
import type { EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import { scoreFaults } from '../../review-method/scoring/score-faults.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import { MeetingNeeds } from '../moderation/meeting-needs.js';
import { ReviewersQueries } from '../reviewers/reviewers.queries.js';
import { MeetingsQueries, type ScoreProposalRow } from './meetings.queries.js';
import { ProposalAnswer } from './proposal-answer.entity.js';
import { ProposalSecond } from './proposal-second.entity.js';
import { newestProposal, proposing, telling } from './proposing.js';

/** What a meeting comes to about one criterion, as whoever leads the review proposes it. */
export interface ScoreToPropose {
  readonly criterion: string;
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly reason: string;
  /** The reviewers who were there, by their assignments. */
  readonly tookPart: readonly Uuid[];
  /** The `seq` of the newest proposal that the person saw, 0 for none. */
  readonly after?: number | undefined;
}

/** What a reviewer says to the newest proposal about a criterion. */
export interface ProposalToAnswer {
  readonly criterion: string;
  readonly stance: ProposalStance;
  readonly words: string;
}

/** What people do in meetings: propose, confirm, dissent, and stand behind a proposal as a second person. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviewers: ReviewersQueries,
    private readonly meetings: MeetingsQueries,
    private readonly needs: MeetingNeeds,
    private readonly clock: Clock,
  ) {}

  /**
   * Proposes what meetings came to, all or none, and returns the ids. Reviewers with nothing else to answer get a mail.
   * @throws OutOfTurn where there is no reason to meet; ChangedMeanwhile when something else was proposed since.
   */
  async propose(actor: Actor, reviewId: Uuid, given: readonly ScoreToPropose[]): Promise<Uuid[]> {
    const issues = given.flatMap(faultsOf);
    if (issues.length > 0) throw new Unprocessable(issues);
    const today = this.clock.today();
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const { needs } = await this.needs.seenIn(look, actor, { reviewId, today });
      const known = await look(this.meetings.proposalsIn(actor, reviewId));
      const acts = given.map(({ after, ...proposed }) => {
        const need = needs.find(({ criterion }) => criterion === proposed.criterion);
        if (need?.reasons.length === 0) throw new OutOfTurn(noReason(proposed.criterion));
        const seq = newestProposal(known, proposed.criterion)?.seq ?? 0;
        if (after !== undefined && after !== seq) throw new ChangedMeanwhile();
        return proposing(actor, { ...proposed, reviewId, seq: seq + 1, replyDecisionId: null }, today);
      });
      const told = await look(this.meetings.toTell(actor, reviewId, today));
      await perform(...acts);
      await perform(...telling(told));
      return acts.flatMap((act) => (act.does === 'add' ? act.record.id : []));
    });
  }

  /** Says what a reviewer says to the newest proposals about these criteria, all or none, and returns the ids. */
  async answer(actor: Actor, reviewId: Uuid, given: readonly ProposalToAnswer[]): Promise<Uuid[]> {
    const assignment = await this.reviewers.ownIn(actor, reviewId);
    if (!assignment) throw new NotFound();
    const issues = given.flatMap(({ stance, words }) =>
      stance === 'dissent' && words.trim() === '' ? [{ field: 'words', text: SAY_WHY }] : [],
    );
    if (issues.length > 0) throw new Unprocessable(issues);
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const known = await look(this.meetings.proposalsIn(actor, reviewId));
      const answers = given.map(({ criterion, stance, words }) =>
        made(ProposalAnswer, {
          ...{ id: newId(), proposalId: mustBe(newestProposal(known, criterion)).id, reviewId, criterion },
          ...{ assignmentId: assignment.id, stance, words, answeredOn: this.clock.today() },
        }),
      );
      await perform(...answers.map((answer) => adding('answer', ProposalAnswer, answer)));
      return answers.map(({ id }) => id);
    });
  }

  /** Stands behind the newest proposal about a criterion as a second person who leads the review; returns the id. */
  async second(
    actor: Actor,
    reviewId: Uuid,
    { criterion, reason }: { readonly criterion: string; readonly reason: string },
  ): Promise<Uuid> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const known = await look(this.meetings.proposalsIn(actor, reviewId));
      const proposal = mustBe(newestProposal(known, criterion));
      if (proposal.proposedBy === actor.personId)
        throw new OutOfTurn('You proposed this. Another person who leads the review stands behind it.');
      const second = made(ProposalSecond, {
        ...{ id: newId(), proposalId: proposal.id, reviewId, criterion, proposedBy: proposal.proposedBy },
        ...{ reason, secondedBy: personIdOf(actor), secondedOn: this.clock.today() },
      });
      await perform(adding('second', ProposalSecond, second));
      return second.id;
    });
  }
}

const SAY_WHY = 'Say in your own words why you do not agree. It is published as it stands';

function mustBe(proposal: ScoreProposalRow | undefined): ScoreProposalRow {
  if (!proposal) throw new NotFound();
  return proposal;
}

function noReason(criterion: string): string {
  return `There is no reason to meet about ${criterion}: its score settles itself. Ask for a meeting first, and say why.`;
}

function faultsOf({ score, grade, reason }: ScoreToPropose): Issue[] {
  return scoreFaults({ score, grade, rationale: reason, notApplicableReason: reason }).map(
    ({ field, text }) => ({ field: field === 'score' || field === 'grade' ? field : 'reason', text }),
  );
}
