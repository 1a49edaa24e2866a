import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { ScoresQueries } from '../../reviews/blind-scoring/scores.queries.js';
import { ReviewersQueries } from '../../reviews/reviewers/reviewers.queries.js';
import type { PanelSource } from '../content/published-panel.js';

/** Reads what people who took part in a review declared, and the locks of their scores. */
@Injectable()
export class PanelSources {
  constructor(
    private readonly reviewers: ReviewersQueries,
    private readonly scores: ScoresQueries,
  ) {}

  /** As far as the actor may know: whoever leads the review knows all of it. */
  async of(actor: Actor, reviewId: Uuid): Promise<Pick<PanelSource, 'rows' | 'locks'>> {
    const [rows, locks] = await Promise.all([
      this.reviewers.panel(actor, reviewId),
      this.scores.locks(actor, reviewId),
    ]);
    return { rows, locks };
  }
}
