import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { ChangedMeanwhile, NotFound, type OutOfTurn } from '../../kernel/refusal.js';
import type { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { carried } from '../../web/form/carried.js';
import { confirm } from '../../web/form/confirm.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { TakesFiles } from '../../web/guard/uploads.js';
import { plural } from '../../web/words.js';
import { MOST_WORKBOOK_BYTES } from '../../web/workbook/filled-workbook.js';
import { workbookFile } from '../../web/workbook/workbook-file.js';
import { ReviewsQueries, type ReviewHeader } from '../reviews.queries.js';
import { mayAnswer } from '../self-review/answering/may-answer.js';
import { SelfAnswer } from '../self-review/self-answer.entity.js';
import { AnswerItem } from '../self-review/self-review.forms.js';
import { SelfReviewService } from '../self-review/self-review.service.js';
import { AnswerSheets } from './answer-sheets.js';
import type { AnswerPlan } from './answer-sheet.js';
import { faultRows, overtaken, sheetPage, SHEET_LOST, tooMuchToCarry, withFaults } from './sheet-pages.js';
import { HandOverSheet } from './sheet.forms.js';

/** A self-review by sheet: it leaves as a file, and comes back with a preview before anything is recorded. */
@ApiExcludeController()
@Controller('reviews/:id/answers/sheet')
export class AnswerSheetsPages {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly sheets: AnswerSheets,
    private readonly selfReview: SelfReviewService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('read', SelfAnswer)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page(actor, await this.reviews.header(actor, id), HandOverSheet.asked());
  }

  @Get('xlsx')
  @Requires('read', SelfAnswer)
  async xlsx(@Acting() actor: Actor, @Param('id') id: string): Promise<Download> {
    return workbookFile('candour-self-review', 'xlsx', await this.sheets.workbook(actor, id));
  }

  @Get('ods')
  @Requires('read', SelfAnswer)
  async ods(@Acting() actor: Actor, @Param('id') id: string): Promise<Download> {
    return workbookFile('candour-self-review', 'ods', await this.sheets.workbook(actor, id));
  }

  @Post()
  @Requires('answer', SelfAnswer)
  @TakesFiles({ files: 1, fileBytes: MOST_WORKBOOK_BYTES })
  async preview(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page> {
    const review = await this.toAnswer(actor, id);
    return submit(HandOverSheet, body, {
      act: async ({ file: [file] }) => {
        const plan = await this.sheets.plan(actor, id, file?.bytes ?? Buffer.alloc(0));
        if (plan.faults.length > 0) return this.page(actor, review, withFaults(), faultRows(plan.faults));
        const packed = await packedFrom(review, plan);
        return packed.length > MOST_CARRIED
          ? this.page(actor, review, tooMuchToCarry())
          : previewPage(review, plan, packed);
      },
      again: (asked) => this.page(actor, review, asked),
    });
  }

  @Post('take')
  @Requires('answer', SelfAnswer)
  async take(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const review = await this.toAnswer(actor, id);
    return confirm(
      HandOverSheet,
      { schema: confirmation, body },
      {
        lost: SHEET_LOST,
        act: async ({ carriedAnswers: { moves, answers } }) => {
          if (moves !== review.editionMoves) throw new ChangedMeanwhile();
          await this.selfReview.answerAll(
            actor,
            id,
            answers.map(({ version, grade, ...given }) => ({
              ...given,
              grade: grade ?? null,
              after: version,
            })),
          );
          return new Redirect(
            `/reviews/${id}/answers`,
            `${plural(answers.length, 'answer was', 'answers were')} saved`,
          );
        },
        again: (asked) => this.page(actor, review, asked),
        overtaken: (_sent, refusal: OutOfTurn) =>
          Promise.resolve(this.page(actor, review, overtaken(refusal))),
      },
    );
  }

  private async toAnswer(actor: Actor, id: string): Promise<ReviewHeader> {
    const review = await this.reviews.header(actor, id);
    if (!mayAnswer(this.access, actor, review)) throw new NotFound();
    return review;
  }

  private page(
    actor: Actor,
    review: ReviewHeader,
    asked: Asked<FieldsOf<typeof HandOverSheet>>,
    faults: readonly string[][] = [],
  ): Page {
    return sheetPage('The self-review as a sheet', {
      review,
      at: `/reviews/${review.id}/answers`,
      back: 'Answers to the criteria',
      audience: 'After this, the people of your trust can read the answers.',
      mayFill: mayAnswer(this.access, actor, review),
      faults,
      ...asked,
    });
  }
}

const packedAnswers = carried(
  z.object({ moves: z.int(), answers: z.array(AnswerItem.schema).min(1).max(500) }),
  8 * MOST_WORKBOOK_BYTES,
);
/** Less than a form may bring. */
const MOST_CARRIED = 1_900_000;
const confirmation = z.object({ carriedAnswers: z.string().max(MOST_CARRIED).pipe(packedAnswers) });

/** What the preview carries to its confirmation; nothing where nothing changes. */
async function packedFrom({ editionMoves }: ReviewHeader, { answers }: AnswerPlan): Promise<string> {
  if (answers.length === 0) return '';
  return packedAnswers.encodeAsync({ moves: editionMoves, answers: answers.map(({ answer }) => answer) });
}

function previewPage(review: ReviewHeader, { answers, unchanged }: AnswerPlan, packed: string): Page {
  return new Page('reviews/sheets/views/preview.njk', {
    title: 'Check what the sheet would do',
    caption: review.organisation,
    back: { href: `/reviews/${review.id}/answers/sheet`, text: 'Choose another file' },
    action: `/reviews/${review.id}/answers/sheet/take`,
    carriedAs: 'carriedAnswers',
    packed,
    what: plural(answers.length, 'answer'),
    unchanged,
    audience: 'After this, the people of your trust can read it. The reviewers can when you submit.',
    changes: answers.map(({ row, before, answer }) => ({
      row,
      criterion: answer.criterion,
      before: before === null ? null : scoreWords(before),
      beforeText: before?.reason,
      now: scoreWords(answer),
      text: answer.reason,
    })),
  });
}

function scoreWords({
  score,
  grade,
}: {
  readonly score: string | null;
  readonly grade?: string | null | undefined;
}): string {
  return [score, grade].filter(Boolean).join(', evidence ');
}
