import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { Unprocessable, type Issue } from '../../kernel/refusal.js';
import { adding, type Look } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { Assignment } from '../reviewers/assignment.entity.js';
import { inParts } from '../in-parts.js';
import { barringIn } from '../standing/staying-independent.js';
import { AssigningQueries, type ReviewOfRound } from './assigning.queries.js';

/** The seeds from which the order of criteria is drawn. */
export const SEEDS = 2 ** 31 - 1;

/** Lets a lead reviewer lead many reviews of a round in one act. */
@Injectable()
export class LeadingReviewsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: AssigningQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the actor the lead of each of these reviews, and returns the ids of the assignments. Whatever keeps them from one
   * refuses the whole, trust by trust. Each opens to them when they have declared their interests.
   */
  async lead(actor: Actor, roundId: Uuid, reviewIds: readonly Uuid[]): Promise<readonly Uuid[]> {
    const found = await this.queries.reviews(actor, roundId);
    const reviews = found.filter(({ id }) => reviewIds.includes(id));
    if (reviews.length === 0 || reviews.length < new Set(reviewIds).size)
      throw new Unprocessable([{ field: 'reviews', text: 'Choose from the reviews of this round' }]);
    const assignments = reviews.map((review) => this.leadOf(actor, roundId, review));
    await this.ledger.decide(actor, async ({ look, perform }) => {
      for (const some of inParts(assignments))
        await perform(...some.map((one) => adding('assign', Assignment, one)));
      const issues = await barred(look, personIdOf(actor), reviews);
      if (issues.length > 0) throw new Unprocessable(issues);
    });
    return assignments.map(({ id }) => id);
  }

  private leadOf(actor: Actor, roundId: Uuid, review: ReviewOfRound): Assignment {
    return made(Assignment, {
      ...{ id: newId(), reviewId: review.id, roundId },
      ...{ deploymentId: review.deploymentId, organisationId: review.organisationId },
      ...{
        personId: personIdOf(actor),
        capacity: 'lead',
        outsideNhsEngland: false,
        orderSeed: randomInt(SEEDS),
      },
      ...{ assignedOn: this.clock.today(), endedOn: null, endReason: null, scoresOpenedOn: null },
    });
  }
}

async function barred(
  look: Look,
  personId: Uuid,
  reviews: readonly ReviewOfRound[],
): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const { id: reviewId, organisation } of reviews)
    for (const { words } of await barringIn(look, { personId, reviewId }))
      issues.push({ field: 'reviews', text: `${organisation}: ${words}. Leave it to another lead reviewer` });
  return issues;
}
