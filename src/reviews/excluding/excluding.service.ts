import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { heldReview } from '../held-review.js';
import { OpeningScores } from '../opening-scores.js';
import { writingToOthers } from '../second-letters.js';
import { Review } from '../review.entity.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { InterestDecision } from '../reviewers/interest-decision.entity.js';
import { ReviewersQueries } from '../reviewers/reviewers.queries.js';
import { InterestConfirmation } from './interest-confirmation.entity.js';

/** A conflict that was found later, and the post of whoever decides that the person is excluded for it. */
export interface FoundConflict {
  readonly reviewId: Uuid;
  readonly assignmentId: Uuid;
  readonly conflict: string;
  readonly reason: string;
  readonly post: string;
}

/** What the second person decides about whose exclusion. */
export interface SecondDecision {
  readonly reviewId: Uuid;
  readonly assignmentId: Uuid;
  readonly agrees: boolean;
  readonly reason: string;
  readonly post: string;
}

/** Excludes people for conflicts that are found after they declared, and takes the second person's decision. */
@Injectable()
export class ExcludingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviews: ReviewsQueries,
    private readonly reviewers: ReviewersQueries,
    private readonly opening: OpeningScores,
    private readonly clock: Clock,
  ) {}

  /**
   * Excludes somebody for a conflict that was found later and returns the id of the decision. Once scores are open it
   * waits for a second person who leads the review.
   */
  async exclude(actor: Actor, found: FoundConflict): Promise<Uuid> {
    const { reviewId, conflict, reason, post } = found;
    const { scoresOpenedOn } = await this.reviews.header(actor, reviewId);
    const { declarationId, personId } = await this.reviewers.member(actor, found);
    if (declarationId === null)
      throw new OutOfTurn('They have not declared anything yet. Ask them to, or end their part.');
    const decision = made(InterestDecision, {
      id: newId(),
      declarationId,
      personId,
      reviewId,
      outcome: 'exclude',
      conflict,
      reason,
      post,
      scoresOpenedOn,
      decidedBy: personIdOf(actor),
      decidedOn: this.clock.today(),
    });
    await this.opening.openOnceAllLocked(
      actor,
      reviewId,
      adding('decide', InterestDecision, decision),
      ...(scoresOpenedOn === null ? [] : [writingToOthers(actor, reviewId, 'exclusion-waits')]),
    );
    return decision.id;
  }

  /**
   * Takes the second person's decision about an exclusion and returns its id. If they agree, the scores are set aside, and
   * in the same act moderation opens again where it was closed: what was settled on those scores is settled again.
   */
  async confirm(actor: Actor, { reviewId, assignmentId, ...decided }: SecondDecision): Promise<Uuid> {
    await this.reviews.header(actor, reviewId);
    const { waiting, personId, locked } = await this.reviewers.member(actor, { reviewId, assignmentId });
    if (!waiting) throw new NotFound();
    if (waiting.own)
      throw new OutOfTurn('You decided this first. Another person who leads the review decides second.');
    const { agrees, reason, post } = decided;
    const second = made(InterestConfirmation, {
      id: newId(),
      decisionId: waiting.id,
      reviewId,
      personId,
      agrees,
      reason,
      post,
      decidedBy: personIdOf(actor),
      decidedOn: this.clock.today(),
    });
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const held = await heldReview(look, reviewId);
      await perform(adding('confirm', InterestConfirmation, second));
      if (!agrees || !locked || (held?.moderationClosedOn ?? null) === null) return;
      const change = (review: Review): void => {
        review.reopenModeration();
      };
      await perform(changing('reopen-moderation', Review, reviewId, { reason, change }));
    });
    return second.id;
  }
}
