import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { PublicAnswer } from '../public-answer.entity.js';
import { PublicQuestionsQueries } from '../showing/public-questions.queries.js';
import { PublicQuestionOut, questionOut } from '../showing/question-out.js';
import { AnswerQuestion } from './answering.form.js';
import { AnsweringQuestionsService } from './answering.service.js';

/** Answering public questions, for programs of the trust and of whoever ordered the halt. */
@ApiTags('Public questions')
@Controller('api/v1/public-questions')
export class AnsweringQuestionsApi {
  constructor(
    private readonly questions: PublicQuestionsQueries,
    private readonly answering: AnsweringQuestionsService,
    private readonly clock: Clock,
  ) {}

  @Post(':id/answers')
  @Requires('answer', PublicAnswer)
  @Answers(PublicQuestionOut, 201)
  async answer(
    @Acting() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: AnswerQuestion.schema }) values: ValuesIn<typeof AnswerQuestion>,
  ): Promise<z.input<typeof PublicQuestionOut>> {
    await this.answering.answer(actor, await this.questions.one(actor, id), values);
    return questionOut(await this.questions.one(actor, id), this.clock.today());
  }
}
