import { Injectable } from '@nestjs/common';
import { PublishableParts } from '../../evidence/publishable-parts.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { RepliesQueries } from '../../reviews/reply/replies.queries.js';
import { ReviewSheets, type ReviewSheet } from '../../reviews/reading/review-sheet.js';
import { SelfReviewQueries } from '../../reviews/self-review/self-review.queries.js';
import { assembleContent, type ResultSources } from '../content/assemble-content.js';
import { writeContent, type ContentText } from '../content/content-text.js';
import type { PublishedContent } from '../content/published-content.js';
import { PanelSources } from './panel-sources.js';
import { withhold, type Withholding } from '../content/withhold.js';

/** On what terms a result is drawn up, beyond what the records say. */
export interface ResultTerms extends Pick<ResultSources, 'release' | 'follows' | 'publishedAnywayBecause'> {
  readonly withholding: Withholding | null;
}

/** A result as the records stand now. */
export interface ResultDraft {
  readonly sheet: ReviewSheet;
  readonly published: PublishedContent;
  readonly text: ContentText;
}

/**
 * Draws up results from the records. Two people who lead a review get the same bytes as long as nothing changes, so the
 * second person's release checks the first person's preparation against the records themselves.
 */
@Injectable()
export class ResultDrafts {
  constructor(
    private readonly sheets: ReviewSheets,
    private readonly panels: PanelSources,
    private readonly selfReview: SelfReviewQueries,
    private readonly replies: RepliesQueries,
    private readonly parts: PublishableParts,
  ) {}

  /** The result of a review on these terms. @throws NotFound when the review is not open to the actor. */
  async of(actor: Actor, reviewId: Uuid, terms: ResultTerms): Promise<ResultDraft> {
    const sheet = await this.sheets.of(actor, reviewId);
    const { deploymentId, organisationId, asAt } = sheet.review;
    const [panel, signatures, statements, parts] = await Promise.all([
      this.panels.of(actor, reviewId),
      this.selfReview.signatures(actor, reviewId),
      this.replies.statements(actor, reviewId),
      this.parts.of(actor, { reviewId, deploymentId, organisationId, asAt }),
    ]);
    const { withholding, ...numbered } = terms;
    const whole = assembleContent({
      ...numbered,
      sheet,
      panel,
      signatures,
      statements,
      parts,
    });
    const published = withhold(whole, withholding);
    return { sheet, published, text: writeContent(published) };
  }
}
