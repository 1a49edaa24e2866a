import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { RecordedOut } from '../recorded-out.js';
import { Round } from '../round.entity.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { INFORMATION_GIVEN, InformationAnswer } from './information-answer.entity.js';
import { InformationRequest } from './information-request.entity.js';
import { INFORMATION_STANDINGS, informationStanding } from './information-standing.js';
import { AnswerInformation, AskForInformation } from './information.forms.js';
import { InformationQueries } from './information.queries.js';
import { InformationService } from './information.service.js';

const days = {
  id: z.uuid(),
  reviewId: z.uuid(),
  criterion: z.string(),
  askedOn: z.string(),
  dueOn: z.string(),
  gives: z.enum(INFORMATION_GIVEN).nullable(),
  answeredOn: z.string().nullable(),
  standing: z.enum(INFORMATION_STANDINGS),
  daysLate: z.number(),
  isAfterScores: z.boolean().meta({ description: 'True where no score rests on the answer.' }),
};

const RequestOut = z
  .object({
    ...days,
    asks: z.string(),
    answer: z.string().nullable(),
    documents: z.array(z.object({ id: z.uuid(), title: z.string() })),
  })
  .meta({ id: 'InformationRequest' });

const StepOut = z
  .object({
    ...days,
    organisation: z.string(),
    key: z.string(),
    odsCode: z.string().nullable(),
    deployment: z.string().nullable(),
  })
  .meta({ id: 'InformationStep' });

const RequestsOut = z.object({ requests: z.array(RequestOut) }).meta({ id: 'InformationRequests' });
const StepsOut = z.object({ requests: z.array(StepOut) }).meta({ id: 'InformationSteps' });

/** What reviewers ask a trust for, and what it answers, for programs. Nothing says which reviewer asks. */
@ApiTags('Reviews')
@Controller('api/v1')
export class InformationApi {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: InformationQueries,
    private readonly information: InformationService,
    private readonly clock: Clock,
  ) {}

  @Get('rounds/:id/information-requests')
  @Requires('read', Round)
  @Answers(StepsOut)
  async inRound(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof StepsOut>> {
    if (!(await this.rounds.one(actor, id))) throw new NotFound();
    const steps = await this.queries.inRound(actor, id);
    const today = this.clock.today();
    return { requests: steps.map((step) => ({ ...step, ...informationStanding(step, today) })) };
  }

  @Get('reviews/:id/information-requests')
  @Requires('read', InformationRequest)
  @Answers(RequestsOut)
  async inReview(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof RequestsOut>> {
    const requests = await this.queries.inReview(actor, id);
    const today = this.clock.today();
    return {
      requests: requests.map((request) => ({
        ...{ ...request, documents: [...request.documents] },
        ...informationStanding(request, today),
      })),
    };
  }

  @Post('reviews/:id/information-requests')
  @Requires('ask', InformationRequest)
  @Answers(RecordedOut, 201)
  async ask(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AskForInformation.schema }) values: ValuesIn<typeof AskForInformation>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.information.ask(actor, id, values) };
  }

  @Post('reviews/:id/information-requests/:request/answer')
  @Requires('answer', InformationAnswer)
  @Answers(RequestsOut, 201)
  async answer(
    @Acting() actor: Actor,
    @Param('id') reviewId: string,
    @Param('request') requestId: string,
    @Body({ schema: AnswerInformation.schema }) values: ValuesIn<typeof AnswerInformation>,
  ): Promise<z.infer<typeof RequestsOut>> {
    await this.information.answer(actor, { reviewId, requestId }, values);
    return this.inReview(actor, reviewId);
  }
}
