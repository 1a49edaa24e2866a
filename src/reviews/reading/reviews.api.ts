import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import { reviewResult } from '../../review-method/review-result.js';
import { countedScore } from '../../review-method/scoring/cap-by-evidence.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { RecordedOut } from '../recorded-out.js';
import { progressOf, type ProgressFacts, type ReviewProgress } from '../progress/review-progress.js';
import { Review } from '../review.entity.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { ReviewsService } from '../reviews.service.js';
import { StartReview } from '../rounds/round.forms.js';
import { ReviewOut, ReviewPage, ReviewSheetOut } from './review-out.js';
import { ReviewSheets, reviewerNumbers, type SheetLine } from './review-sheet.js';

const ReviewQuery = z.object({ ...paging, round: z.uuid().optional() });

/** Reviews as wholes, for programs. */
@ApiTags('Reviews')
@Controller('api/v1')
export class ReviewsApi {
  constructor(
    private readonly queries: ReviewsQueries,
    private readonly sheets: ReviewSheets,
    private readonly reviews: ReviewsService,
    private readonly clock: Clock,
  ) {}

  @Get('reviews')
  @Requires('read', Review)
  @Answers(ReviewPage)
  async list(@Acting() actor: Actor, @Query({ schema: ReviewQuery }) query: z.infer<typeof ReviewQuery>) {
    const { items, next } = await this.queries.list(actor, query, pageRequest(query));
    return { items: items.map((review) => withProgress(review, this.clock.today())), next };
  }

  @Get('reviews/:id')
  @Requires('read', Review)
  @Answers(ReviewSheetOut)
  async one(@Acting() actor: Actor, @Param('id') id: string) {
    const sheet = await this.sheets.of(actor, id);
    const number = reviewerNumbers(sheet);
    return {
      ...withProgress(sheet.review, this.clock.today()),
      criteria: sheet.lines.map((line) => ({ ...line, scores: line.scores.map(numberedBy(number, line)) })),
      result: reviewResult(sheet),
    };
  }

  @Post('rounds/:id/reviews')
  @Requires('start', Review)
  @Answers(RecordedOut, 201)
  async start(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Body({ schema: StartReview.schema }) { deploymentId }: ValuesIn<typeof StartReview>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.reviews.start(actor, { roundId, deploymentId }) };
  }

  @Post('reviews/:id/acknowledgement')
  @Requires('acknowledge', Review)
  @Answers(ReviewOut)
  async acknowledge(@Acting() actor: Actor, @Param('id') id: string) {
    await this.reviews.acknowledge(actor, id);
    return withProgress(await this.queries.header(actor, id), this.clock.today());
  }
}

function withProgress<Dated extends ProgressFacts>(
  review: Dated,
  today: CalendarDay,
): Dated & ReviewProgress {
  return { ...review, ...progressOf(review, today) };
}

/** Reviewers are numbered in the order in which they were assigned, and never named. */
function numberedBy(
  number: (assignmentId: string) => number,
  { changes, need }: Pick<SheetLine, 'changes' | 'need'>,
) {
  return (given: SheetLine['scores'][number]) => ({
    ...given,
    reviewer: number(given.assignmentId),
    changes: changes
      .filter(({ assignmentId }) => assignmentId === given.assignmentId)
      .map(({ seq, score, changedBecause }) => ({ seq, score, changedBecause: changedBecause ?? '' })),
    counts: countedScore(given, need.limits),
  });
}
