import { Injectable } from '@nestjs/common';
import type { EvidenceRow } from '../../evidence/documents/evidence.queries.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { ReviewedCriteria, type ReviewWithCriteria } from '../criteria/reviewed-criteria.js';
import { ReviewersQueries } from '../reviewers/reviewers.queries.js';
import { SelfReviewQueries, type Answer } from '../self-review/self-review.queries.js';
import type { GivenScore } from '../../review-method/scoring/locked-content.js';
import { HeardInReview, type Heard } from './heard-in-review.js';
import { reviewerOrder } from './reviewer-order.js';
import { redLinesFirst } from './queue/scoring-queue.js';
import { ScoresQueries, type LockRow } from './scores.queries.js';

/** All that one reviewer scores from: the criteria in their own order with the red lines first, what the trust and user-led groups say, and their own scores. */
export interface ScoringSheet extends Heard {
  readonly assignmentId: Uuid;
  readonly work: ReviewWithCriteria;
  readonly answers: readonly Answer[];
  readonly scores: readonly GivenScore[];
  readonly evidence: readonly EvidenceRow[];
  /** The lock of their scores; null before they have locked. */
  readonly lock: LockRow | null;
}

/** Reads what a reviewer scores from. Nothing of another reviewer, and nothing the trust scored itself, is in it. */
@Injectable()
export class ScoringSheets {
  constructor(
    private readonly criteria: ReviewedCriteria,
    private readonly reviewers: ReviewersQueries,
    private readonly selfReview: SelfReviewQueries,
    private readonly scores: ScoresQueries,
    private readonly heard: HeardInReview,
  ) {}

  /** What the actor scores a review from. @throws NotFound for whoever does not score it, or may not yet. */
  async of(actor: Actor, reviewId: string): Promise<ScoringSheet> {
    const assignment = await this.reviewers.ownIn(actor, reviewId);
    if (!assignment || !actor.engagedIn('scoring').includes(assignment.id)) throw new NotFound();
    const work = await this.criteria.of(actor, reviewId);
    const [answers, scores, locks, evidence, heard] = await Promise.all([
      this.selfReview.answers(actor, reviewId),
      this.scores.underAssignment(actor, assignment.id),
      this.scores.locks(actor, reviewId),
      this.criteria.evidenceFor(actor, work.review),
      this.heard.of(actor, reviewId),
    ]);
    return {
      assignmentId: assignment.id,
      work: { ...work, criteria: redLinesFirst(reviewerOrder(work.criteria, assignment.orderSeed)) },
      answers,
      scores,
      evidence,
      ...heard,
      lock: locks.find(({ assignmentId }) => assignmentId === assignment.id) ?? null,
    };
  }
}
