import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../identity/actor.js';
import { ReviewedCriteria } from '../../criteria/reviewed-criteria.js';
import { SelfReviewQueries } from '../self-review.queries.js';
import { ownClaims, type OwnClaims } from './own-claims.js';

/** A self-review read as a whole: every answer with the titles of its documents, and the rating by the trust's own claims. */
@Injectable()
export class WholeSelfReview {
  constructor(
    private readonly criteria: ReviewedCriteria,
    private readonly queries: SelfReviewQueries,
  ) {}

  /** All of it, as far as the actor may read it. */
  async of(
    actor: Actor,
    reviewId: string,
  ): Promise<OwnClaims & { readonly titles: Readonly<Record<string, string>> }> {
    const work = await this.criteria.of(actor, reviewId);
    const [answers, evidence] = await Promise.all([
      this.queries.datedAnswers(actor, reviewId),
      this.criteria.evidenceFor(actor, work.review),
    ]);
    const titles = Object.fromEntries(evidence.map(({ id, title }) => [id, title]));
    return { ...ownClaims(work, answers), titles };
  }
}
