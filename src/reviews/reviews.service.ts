import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../kernel/clock.js';
import { newId, type Uuid } from '../kernel/identifiers.js';
import { NotFound, Unprocessable } from '../kernel/refusal.js';
import { adding, changing } from '../ledger/act.js';
import { Ledger } from '../ledger/ledger.js';
import { made } from '../platform/database/recorded.js';
import { Review } from './review.entity.js';
import { ReviewsQueries } from './reviews.queries.js';
import { whyTooLateToAsk } from './rounds/feasible-dates.js';
import { RoundsQueries } from './rounds/rounds.queries.js';

/** Which deployment is reviewed in which round. */
export interface ReviewToStart {
  readonly roundId: Uuid;
  readonly deploymentId: Uuid;
}

/** Starts reviews, and takes the step that is the trust's: to acknowledge. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviews: ReviewsQueries,
    private readonly rounds: RoundsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks the trust that leads the deployment for a self-review and returns the id of the review.
   * @throws Unprocessable when no trust answers for the deployment, or too little time is left of what was first promised.
   */
  async start(actor: Actor, { roundId, deploymentId }: ReviewToStart): Promise<Uuid> {
    const round = await this.rounds.one(actor, roundId);
    if (!round) throw new NotFound();
    const tooLate = whyTooLateToAsk(round, this.clock.today());
    if (tooLate !== null) throw new Unprocessable([{ field: 'deploymentId', text: tooLate }]);
    const organisationId = await this.reviews.trustOf(actor, roundId, deploymentId);
    if (organisationId === null)
      throw new Unprocessable([
        {
          field: 'deploymentId',
          text: 'Choose a deployment of the public register that names the trust that leads it',
        },
      ]);
    const review = made(Review, {
      ...NO_STEP_TAKEN,
      id: newId(),
      roundId,
      deploymentId,
      organisationId,
      startedOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('start', Review, review));
    return review.id;
  }

  /** The trust says that it has the request. @throws OutOfTurn the second time. */
  async acknowledge(actor: Actor, id: Uuid): Promise<void> {
    await this.reviews.header(actor, id);
    const day = this.clock.today();
    await this.ledger.perform(
      actor,
      changing('acknowledge', Review, id, { change: (review) => review.acknowledge(day) }),
    );
  }
}

const NO_STEP_TAKEN = {
  acknowledgedOn: null,
  submittedOn: null,
  scoresOpenedOn: null,
  moderationClosedOn: null,
  replyDueOn: null,
  replyClosedOn: null,
  publishedOn: null,
};
