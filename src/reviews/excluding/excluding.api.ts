import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { RecordedOut } from '../recorded-out.js';
import { Assignment } from '../reviewers/assignment.entity.js';
import { InterestDecision } from '../reviewers/interest-decision.entity.js';
import { ReviewersService } from '../reviewers/reviewers.service.js';
import { ConfirmExclusion, ExcludeReviewer, ReturnToReview } from './excluding.forms.js';
import { ExcludingService } from './excluding.service.js';
import { InterestConfirmation } from './interest-confirmation.entity.js';

/** Exclusions and coming back, for programs. */
@ApiTags('Reviewers')
@Controller('api/v1')
export class ExcludingApi {
  constructor(
    private readonly excluding: ExcludingService,
    private readonly reviewers: ReviewersService,
  ) {}

  @Post('reviews/:id/assignments/:assignment/exclusion')
  @Requires('decide', InterestDecision)
  @Answers(RecordedOut, 201)
  async exclude(
    @Acting() actor: Actor,
    @Param('id') reviewId: string,
    @Param('assignment') assignmentId: string,
    @Body({ schema: ExcludeReviewer.schema }) values: ValuesIn<typeof ExcludeReviewer>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.excluding.exclude(actor, { reviewId, assignmentId, ...values }) };
  }

  @Post('reviews/:id/assignments/:assignment/confirmation')
  @Requires('confirm', InterestConfirmation)
  @Answers(RecordedOut, 201)
  async confirm(
    @Acting() actor: Actor,
    @Param('id') reviewId: string,
    @Param('assignment') assignmentId: string,
    @Body({ schema: ConfirmExclusion.schema }) values: ValuesIn<typeof ConfirmExclusion>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.excluding.confirm(actor, { reviewId, assignmentId, ...values }) };
  }

  @Post('reviews/:id/assignments/:assignment/return')
  @HttpCode(204)
  @Requires('return', Assignment)
  @ApiResponse({ status: 204 })
  async comeBack(
    @Acting() actor: Actor,
    @Param('id') reviewId: string,
    @Param('assignment') assignmentId: string,
    @Body({ schema: ReturnToReview.schema }) { reason }: ValuesIn<typeof ReturnToReview>,
  ): Promise<void> {
    if (!isId(assignmentId)) throw new NotFound();
    await this.reviewers.comeBack(actor, { reviewId, assignmentId, reason });
  }
}
