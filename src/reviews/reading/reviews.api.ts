import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { RecordedOut } from '../recorded-out.js';
import { ReviewOut, ReviewPage, ReviewSheetOut } from './review-out.js';
import { Review } from '../review.entity.js';
import { ReviewSheets } from './review-sheet.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { ReviewsService } from '../reviews.service.js';
import { StartReview } from '../rounds/round.forms.js';
import { reviewResponse, reviewSheetResponse } from './review-response.js';
import { Answers } from '../../web/api/answers.js';

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
  async list(
    @Acting() actor: Actor,
    @Query({ schema: ReviewQuery }) query: z.infer<typeof ReviewQuery>,
  ): Promise<z.infer<typeof ReviewPage>> {
    const { items, next } = await this.queries.list(actor, query, pageRequest(query));
    return { items: items.map((review) => reviewResponse(review, this.clock.today())), next };
  }

  @Get('reviews/:id')
  @Requires('read', Review)
  @Answers(ReviewSheetOut)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof ReviewSheetOut>> {
    return reviewSheetResponse(await this.sheets.of(actor, id), this.clock.today());
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
  async acknowledge(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof ReviewOut>> {
    await this.reviews.acknowledge(actor, id);
    return reviewResponse(await this.queries.header(actor, id), this.clock.today());
  }
}
