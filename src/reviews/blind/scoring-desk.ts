import { Injectable } from '@nestjs/common';
import type { EvidenceRow } from '../../evidence/evidence.queries.js';
import type { Actor } from '../../identity/actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { ReviewedCriteria, type ReviewToWorkOn } from '../reviewed-criteria.js';
import { ReviewersQueries } from '../reviewers/reviewers.queries.js';
import type { Answer } from '../self-review/answers.js';
import { SelfReviewQueries } from '../self-review/self-review.queries.js';
import type { GivenScore } from './locked-content.js';
import { reviewerOrder } from './reviewer-order.js';
import { ScoresQueries } from './scores.queries.js';

/** All that lies on one reviewer's desk: the criteria in their own order, what the trust says, and their own scores. */
export interface OnTheDesk {
  readonly work: ReviewToWorkOn;
  readonly answers: readonly Answer[];
  readonly scores: readonly GivenScore[];
  readonly evidence: readonly EvidenceRow[];
  readonly locked: boolean;
}

/** Lays out the desk of a reviewer. Nothing of another reviewer, and nothing the trust scored itself, lies on it. */
@Injectable()
export class ScoringDesk {
  constructor(
    private readonly criteria: ReviewedCriteria,
    private readonly reviewers: ReviewersQueries,
    private readonly selfReview: SelfReviewQueries,
    private readonly scores: ScoresQueries,
  ) {}

  /** The reviewer's desk for a review. @throws NotFound for whoever does not score it, or may not yet. */
  async of(actor: Actor, reviewId: string): Promise<OnTheDesk> {
    const assignment = await this.reviewers.ownIn(actor, reviewId);
    if (!assignment || !actor.engagedIn('scoring').includes(assignment.id)) throw new NotFound();
    const work = await this.criteria.of(actor, reviewId);
    const [answers, scores, locks, evidence] = await Promise.all([
      this.selfReview.answers(actor, reviewId),
      this.scores.underAssignment(actor, assignment.id),
      this.scores.locks(actor, reviewId),
      this.criteria.evidenceFor(actor, work.review),
    ]);
    return {
      work: { ...work, criteria: reviewerOrder(work.criteria, assignment.orderSeed) },
      answers,
      scores,
      evidence,
      locked: locks.some(({ assignmentId }) => assignmentId === assignment.id),
    };
  }
}
