import { Injectable } from '@nestjs/common';
import type { CriterionInForce } from '../../frameworks/edition/criteria-in-force.js';
import { FrameworksQueries } from '../../frameworks/frameworks.queries.js';
import type { Actor } from '../../identity/actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Look } from '../../ledger/act.js';
import { ScoresQueries } from '../blind-scoring/scores.queries.js';
import type { ReviewHeader } from '../reviews.queries.js';
import { criteriaOf } from '../../review-method/criteria-of.js';
import { meetings, type MeetingNeed } from '../../review-method/moderation/meetings.js';

/** Finds out about which criteria the reviewers of a review must meet, from the scores that the actor may read. */
@Injectable()
export class MeetingNeeds {
  constructor(
    private readonly scores: ScoresQueries,
    private readonly frameworks: FrameworksQueries,
  ) {}

  /** Every criterion with the reasons to meet about it, or the score that is settled without. */
  async of(actor: Actor, review: ReviewHeader): Promise<readonly MeetingNeed[]> {
    const scores = await this.scores.ofReview(actor, review.id);
    return meetings(await this.criteriaOf(actor, review), scores);
  }

  /** The same as the transaction sees the scores. */
  async seenIn(look: Look, actor: Actor, review: ReviewHeader): Promise<readonly MeetingNeed[]> {
    const scores = await look(this.scores.newest(actor, 's.review_id', review.id));
    return meetings(await this.criteriaOf(actor, review), scores);
  }

  private async criteriaOf(actor: Actor, review: ReviewHeader): Promise<readonly CriterionInForce[]> {
    const found = await this.frameworks.one(actor, review.editionId);
    if (!found) throw new NotFound();
    return criteriaOf(review, found.edition);
  }
}
