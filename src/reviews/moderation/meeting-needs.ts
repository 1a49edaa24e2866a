import { Injectable } from '@nestjs/common';
import { methodOf } from '../../frameworks/edition/method/first-method.js';
import { FrameworksQueries } from '../../frameworks/frameworks.queries.js';
import type { Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Look } from '../../ledger/act.js';
import { ScoresQueries } from '../blind-scoring/scores.queries.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { criteriaOf } from '../../review-method/criteria-of.js';
import { meetings, type MeetingNeed } from '../../review-method/moderation/meetings.js';
import { countingScores, judgedScores } from '../../review-method/panel/became-of.js';
import { panelFaults, type PanelFault } from '../../review-method/panel/panel-faults.js';
import { panelMembers } from '../reviewers/panel.queries.js';
import { MeetingsQueries, type ScoreProposalRow } from '../meeting/meetings.queries.js';
import { asPlaced, type PlacedRow } from '../meeting/placed-proposal.js';
import { SelfReviewQueries } from '../self-review/self-review.queries.js';

/** What an act finds: reasons to meet and what counts for each criterion, and what keeps the panel from being independent. */
export interface SeenMeetings {
  readonly needs: readonly MeetingNeed<PlacedRow>[];
  readonly faults: readonly PanelFault[];
}

/** Finds out, inside an act, about which criteria the reviewers of a review must meet and what counts for each. */
@Injectable()
export class MeetingNeeds {
  constructor(
    private readonly scores: ScoresQueries,
    private readonly selfReview: SelfReviewQueries,
    private readonly meetings: MeetingsQueries,
    private readonly frameworks: FrameworksQueries,
    private readonly reviews: ReviewsQueries,
  ) {}

  /** Every criterion with the reasons to meet about it and what counts, as the transaction sees it, from the scores that count. */
  async seenIn(
    look: Look,
    actor: Actor,
    { reviewId, today }: { readonly reviewId: Uuid; readonly today: CalendarDay },
  ): Promise<SeenMeetings> {
    const review = await this.reviews.header(actor, reviewId);
    const found = await this.frameworks.one(actor, review.editionId);
    if (!found) throw new NotFound();
    const proposals: ScoreProposalRow[] = await look(this.meetings.proposalsIn(actor, review.id));
    const panel = await look(panelMembers(review.id));
    const scores = await look(this.scores.newest(actor, 's.review_id', review.id));
    const needs = meetings(criteriaOf(review, found.edition), {
      scores: countingScores(judgedScores(panel, scores)),
      answers: await look(this.selfReview.newestAnswers(actor, review.id)),
      requests: await look(this.meetings.requestsIn(actor, review.id)),
      proposals: proposals.map(asPlaced),
      today,
      method: methodOf(found.edition),
    });
    return { needs, faults: panelFaults(panel) };
  }
}
