import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { isId, newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { declarationFaults } from '../../review-method/independence/declaration-faults.js';
import { OpeningScores } from '../opening-scores.js';
import { writingToOthers } from '../second-letters.js';
import { ReviewsQueries } from '../reviews.queries.js';
import type { ReviewerCapacity } from '../../review-method/panel/panel-member.js';
import { beingDecidable, beingIndependent, declaringWhatIsKnown } from '../standing/staying-independent.js';
import { Assignment } from './assignment.entity.js';
import { mayDeclare } from './clearance.js';
import { InterestDeclaration, type DeclaredAnswer } from './interest-declaration.entity.js';
import { InterestDecision, type InterestOutcome } from './interest-decision.entity.js';
import { ReviewersQueries } from './reviewers.queries.js';

/** Who is to take part in a review, and how. */
export interface PersonToAssign {
  readonly reviewId: Uuid;
  readonly personId: Uuid;
  readonly capacity: ReviewerCapacity;
  readonly outsideNhsEngland: boolean;
}

/** What somebody decides about the interests another declared. */
export interface InterestsToDecide {
  readonly outcome: InterestOutcome;
  readonly reason: string;
  /** The post of whoever excludes somebody. */
  readonly post?: string | undefined;
}

/** Whose part in which review ends or begins again, and why. */
export interface PartToEnd {
  readonly reviewId: Uuid;
  readonly assignmentId: Uuid;
  readonly reason: string;
}

const SEEDS = 2 ** 31 - 1;

/** Assigns people to reviews, takes their declarations of interests, and the decisions of others about them. */
@Injectable()
export class ReviewersService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviews: ReviewsQueries,
    private readonly reviewers: ReviewersQueries,
    private readonly opening: OpeningScores,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a person a part in a review and returns the id of the assignment. A lead may be assigned by any lead
   * reviewer; the others only by whoever leads the review and has declared interests. After the scores were opened
   * somebody joins only where the panel is no longer independent, and sees nothing of the others before they have locked.
   */
  async assign(
    actor: Actor,
    { reviewId, personId, capacity, outsideNhsEngland }: PersonToAssign,
  ): Promise<Uuid> {
    const { roundId, deploymentId, organisationId, scoresOpenedOn } = await this.reviews.header(
      actor,
      reviewId,
    );
    if (!isId(personId))
      throw new Unprocessable([
        { field: 'personId', text: 'Choose a person from the list, or give their id' },
      ]);
    const assignment = made(Assignment, {
      id: newId(),
      reviewId,
      roundId,
      deploymentId,
      organisationId,
      personId,
      capacity,
      outsideNhsEngland,
      orderSeed: randomInt(SEEDS),
      assignedOn: this.clock.today(),
      endedOn: null,
      endReason: null,
      scoresOpenedOn: capacity === 'lead' ? null : scoresOpenedOn,
    });
    await this.ledger.perform(
      actor,
      adding('assign', Assignment, assignment),
      beingIndependent({ personId, reviewId }),
    );
    return assignment.id;
  }

  /**
   * Ends a person's part in a review, for a reason that is kept, without holding up the others: if all who stay have
   * locked, their scores open in the same act. Scores that the person locked count on.
   */
  async end(actor: Actor, { reviewId, assignmentId, reason }: PartToEnd): Promise<void> {
    const day = this.clock.today();
    const ending = changing('end', Assignment, assignmentId, {
      reason,
      change: (found) => {
        if (found.reviewId !== reviewId) throw new NotFound();
        found.end(day, reason);
      },
    });
    await this.opening.openOnceAllLocked(actor, reviewId, ending);
  }

  /** Lets a person whose part ended take part again, for a reason that is kept. */
  async comeBack(actor: Actor, { reviewId, assignmentId, reason }: PartToEnd): Promise<void> {
    const { scoresOpenedOn } = await this.reviews.header(actor, reviewId);
    const member = await this.reviewers.member(actor, { reviewId, assignmentId });
    const change = (found: Assignment): void => {
      found.comeBack(scoresOpenedOn, member.locked);
    };
    await this.ledger.perform(
      actor,
      changing('return', Assignment, assignmentId, { reason, change }),
      beingIndependent({ personId: member.personId, reviewId }),
    );
  }

  /**
   * Declares the actor's interests in a review and returns the id of the declaration. With none the person is clear;
   * with any, somebody else decides first.
   * @throws Unprocessable listing the questions without an answer; NotFound when the person is not assigned.
   */
  async declare(actor: Actor, reviewId: Uuid, answers: readonly DeclaredAnswer[]): Promise<Uuid> {
    const issues = declarationFaults(new Map(answers.map(({ code, ...answer }) => [code, answer])));
    if (issues.length > 0) throw new Unprocessable(issues);
    const assignment = await this.reviewers.ownIn(actor, reviewId);
    if (!assignment) throw new NotFound();
    if (!mayDeclare(assignment.clearance, assignment.toDeclare))
      throw new OutOfTurn(
        'You have declared interests in this review. The lead reviewer tells you what was decided.',
      );
    const declaration = made(InterestDeclaration, {
      id: newId(),
      assignmentId: assignment.id,
      reviewId,
      personId: personIdOf(actor),
      seq: assignment.declarations + 1,
      standing: answers.some(({ answer }) => answer === 'yes') ? 'declared' : 'none',
      answers: answers.map(({ code, answer, detail }) => ({ code, answer, detail })),
      declaredOn: this.clock.today(),
    });
    await this.ledger.perform(
      actor,
      adding('declare', InterestDeclaration, declaration),
      declaringWhatIsKnown(declaration),
    );
    return declaration.id;
  }

  /**
   * Decides about interests that another person declared, and returns the id of the decision. Once scores are open, an
   * exclusion waits for a second person; before, whoever is excluded is no longer waited for, so that scores may open.
   */
  async decide(
    actor: Actor,
    declarationId: Uuid,
    { outcome, reason, post }: InterestsToDecide,
  ): Promise<Uuid> {
    const declaration = await this.reviewers.declaration(actor, declarationId);
    if (!declaration) throw new NotFound();
    const decision = made(InterestDecision, {
      id: newId(),
      declarationId,
      personId: declaration.personId,
      reviewId: declaration.reviewId,
      outcome,
      conflict: null,
      reason,
      post: outcome === 'exclude' ? (post ?? null) : null,
      scoresOpenedOn: declaration.scoresOpenedOn,
      decidedBy: personIdOf(actor),
      decidedOn: this.clock.today(),
    });
    const waits = outcome === 'exclude' && declaration.scoresOpenedOn !== null;
    const deciding = [
      adding('decide', InterestDecision, decision),
      ...(outcome === 'continue' ? [beingDecidable(decision)] : []),
      ...(waits ? [writingToOthers(actor, declaration.reviewId, 'exclusion-waits')] : []),
    ];
    await this.opening.openOnceAllLocked(actor, declaration.reviewId, ...deciding);
    return decision.id;
  }
}
