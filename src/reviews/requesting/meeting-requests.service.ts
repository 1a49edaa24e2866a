import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { addingOnce } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { MeetingGround } from '../../review-method/moderation/moderation-reasons.js';
import { ReviewersQueries } from '../reviewers/reviewers.queries.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { MeetingRequest, type AskedAs } from './meeting-request.entity.js';

/** Somebody asks the reviewers to meet about a criterion. A random id of the sender makes sending twice one request. */
export interface MeetingToAsk {
  readonly criterion: string;
  readonly ground: MeetingGround;
  readonly reason: string;
  readonly once?: Uuid | undefined;
}

/** Takes requests that reviewers meet about a criterion, each with its reason. */
@Injectable()
export class MeetingRequestsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviews: ReviewsQueries,
    private readonly reviewers: ReviewersQueries,
    private readonly clock: Clock,
  ) {}

  /** Asks the reviewers to meet about a criterion, for a reason that is kept; returns the id of the request. */
  async ask(actor: Actor, reviewId: Uuid, given: MeetingToAsk): Promise<Uuid> {
    await this.reviews.header(actor, reviewId);
    const request = made(MeetingRequest, {
      id: given.once ?? newId(),
      reviewId,
      criterion: given.criterion,
      ground: given.ground,
      reason: given.reason,
      ...(await this.askedAs(actor, reviewId)),
      requestedBy: personIdOf(actor),
      requestedOn: this.clock.today(),
    });
    await this.ledger.perform(
      actor,
      addingOnce('ask', MeetingRequest, request, { about: reviewId, said: given }),
    );
    return request.id;
  }

  /** As whom this person asks: who leads the review, one of its reviewers, or a user-led group. */
  private async askedAs(
    actor: Actor,
    reviewId: Uuid,
  ): Promise<{ askedAs: AskedAs; assignmentId: Uuid | null; organisationId: Uuid | null }> {
    if (actor.engagedIn('led').includes(reviewId))
      return { askedAs: 'lead', assignmentId: null, organisationId: null };
    const assignment = await this.reviewers.ownIn(actor, reviewId);
    if (assignment) return { askedAs: 'reviewer', assignmentId: assignment.id, organisationId: null };
    const [organisationId] = actor.organisationsAs('USER_GROUP_MEMBER');
    if (organisationId === undefined) throw new NotFound();
    return { askedAs: 'group', assignmentId: null, organisationId };
  }
}
