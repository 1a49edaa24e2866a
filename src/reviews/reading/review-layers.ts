import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { oneRowOfLists } from '../../platform/database/one-row-of-lists.js';
import { judgedScores, type JudgedScore } from '../../review-method/panel/became-of.js';
import type { PanelMember } from '../../review-method/panel/panel-member.js';
import { panelMembers } from '../reviewers/panel.queries.js';
import { ScoresQueries, type ChangedScore } from '../blind-scoring/scores.queries.js';
import { FindingsQueries, type Finding } from '../findings/findings.queries.js';
import { RepliesQueries, type ReplyRow } from '../reply/replies.queries.js';
import { SelfReviewQueries, type Answer } from '../self-review/self-review.queries.js';

/** Every layer of a review as far as one reader may see it; what they may not see is simply not there. */
export interface Layers {
  readonly answers: readonly Answer[];
  readonly scores: readonly JudgedScore[];
  /** Which scores were changed before they were locked, and why. */
  readonly changes: readonly ChangedScore[];
  readonly panel: readonly PanelMember[];
  readonly findings: readonly Finding[];
  readonly replies: readonly ReplyRow[];
}

/** Reads all layers of a review at once: answers, independent scores, moderated scores, replies. */
@Injectable()
export class ReviewLayers {
  constructor(
    private readonly database: Database,
    private readonly selfReview: SelfReviewQueries,
    private readonly scores: ScoresQueries,
    private readonly findings: FindingsQueries,
    private readonly replies: RepliesQueries,
  ) {}

  /** The layers this actor may see, in one query. */
  async of(actor: Actor, reviewId: Uuid): Promise<Layers> {
    const statement = oneRowOfLists({
      answers: (after) => this.selfReview.newestAnswers(actor, reviewId, after),
      scores: (after) => this.scores.newest(actor, 's.review_id', reviewId, after),
      changes: (after) => this.scores.changes(actor, reviewId, after),
      panel: () => panelMembers(reviewId),
      findings: (after) => this.findings.newestFindings(actor, reviewId, after),
      replies: (after) => this.replies.repliesTo(actor, reviewId, after),
    });
    const layers = await this.database.row(scopeOf(actor), statement);
    if (!layers) return { answers: [], scores: [], changes: [], panel: [], findings: [], replies: [] };
    return { ...layers, scores: judgedScores(layers.panel, layers.scores) };
  }
}
