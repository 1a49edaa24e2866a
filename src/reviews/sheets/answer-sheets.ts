import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { filledWorkbook } from '../../web/workbook/filled-workbook.js';
import type { Workbook } from '../../web/workbook/workbook.js';
import { ReviewedCriteria } from '../criteria/reviewed-criteria.js';
import { SelfReviewQueries } from '../self-review/self-review.queries.js';
import {
  ANSWERS_SHEET,
  answerColumns,
  answersOnSheet,
  answerWorkbook,
  type AnswerPlan,
} from './answer-sheet.js';

/** The self-review as a sheet to fill in elsewhere, and what a sheet that came back would do. It writes nothing. */
@Injectable()
export class AnswerSheets {
  constructor(
    private readonly criteria: ReviewedCriteria,
    private readonly queries: SelfReviewQueries,
  ) {}

  /** The sheet with all that was answered so far, as far as the actor may read it. */
  async workbook(actor: Actor, reviewId: string): Promise<Workbook> {
    const work = await this.criteria.of(actor, reviewId);
    const [answers, evidence] = await Promise.all([
      this.queries.answers(actor, reviewId),
      this.criteria.evidenceFor(actor, work.review),
    ]);
    return answerWorkbook(work, answers, evidence);
  }

  /** What a sheet that came back would do. */
  async plan(actor: Actor, reviewId: string, bytes: Uint8Array): Promise<AnswerPlan> {
    const work = await this.criteria.of(actor, reviewId);
    const columns = answerColumns(work.edition);
    const filled = await filledWorkbook(bytes, { sheet: ANSWERS_SHEET, columns });
    return answersOnSheet(work, await this.queries.answers(actor, reviewId), filled);
  }
}
