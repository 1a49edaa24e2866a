import { Injectable } from '@nestjs/common';
import { criterionView, type CriterionView } from '../../frameworks/criteria/criterion-view.js';
import type { Edition } from '../../frameworks/edition/edition-schema.js';
import { FrameworksQueries } from '../../frameworks/frameworks.queries.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { GivenScore } from '../../review-method/scoring/locked-content.js';
import { criteriaOf } from '../../review-method/criteria-of.js';
import type { Finding } from '../findings/findings.queries.js';
import type { ReplyRow } from '../reply/replies.queries.js';
import { ReviewLayers } from './review-layers.js';
import { ReviewsQueries, type ReviewHeader } from '../reviews.queries.js';
import type { Answer } from '../self-review/self-review.queries.js';

/** One criterion of a review with every layer that the reader may see. Layers stand side by side, never one for another. */
export interface SheetLine extends CriterionView {
  readonly self: Answer | null;
  readonly scores: readonly GivenScore[];
  readonly finding: Finding | null;
  readonly replies: readonly ReplyRow[];
}

/** A whole review as one reader may see it. */
export interface ReviewSheet {
  readonly review: ReviewHeader;
  readonly edition: Edition;
  readonly lines: readonly SheetLine[];
}

/** Reads a review with its criteria and all its layers in two queries, whatever the number of criteria. */
@Injectable()
export class ReviewSheets {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly layers: ReviewLayers,
    private readonly frameworks: FrameworksQueries,
  ) {}

  /** The review as this actor may read it. @throws NotFound when there is none, or it is not open to them. */
  async of(actor: Actor, reviewId: Uuid): Promise<ReviewSheet> {
    const review = await this.reviews.header(actor, reviewId);
    const layers = await this.layers.of(actor, reviewId);
    const found = await this.frameworks.one(actor, review.editionId);
    if (!found) throw new NotFound();
    const { edition } = found;
    const answers = byCriterion(layers.answers);
    const scores = byCriterion(layers.scores);
    const findings = byCriterion(layers.findings);
    const replies = byCriterion(layers.replies);
    const lines = criteriaOf(review, edition).map((each) => ({
      ...criterionView(edition, each),
      self: answers.get(each.criterion.id)?.[0] ?? null,
      scores: scores.get(each.criterion.id) ?? [],
      finding: findings.get(each.criterion.id)?.[0] ?? null,
      replies: replies.get(each.criterion.id) ?? [],
    }));
    return { review, edition, lines };
  }
}

/** Numbers the reviewers of a sheet from 1, so that scores can be told apart without names. */
export function reviewerNumbers({ lines }: Pick<ReviewSheet, 'lines'>): (assignmentId: string) => number {
  const seen = lines.flatMap(({ scores }) => scores.map(({ assignmentId }) => assignmentId));
  const ordered = [...new Set(seen)].sort();
  return (assignmentId) => ordered.indexOf(assignmentId) + 1;
}

function byCriterion<Row extends { readonly criterion: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.criterion, [...(groups.get(row.criterion) ?? []), row]);
  return groups;
}
