import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { AnswerSuccession } from './answer-succession.form.js';
import { AnsweringSuccessionService } from './answering.service.js';
import { SuccessionAnswer } from './succession-answer.entity.js';

const AnswerId = z.object({ id: z.uuid() }).meta({ id: 'SuccessionAnswerId' });

/** What a program of a trust answers where one scheme may go on in another. */
@ApiTags('Successors')
@Controller('api/v1/deployments/:name/successors/:other/answers')
export class AnsweringSuccessionApi {
  constructor(private readonly answering: AnsweringSuccessionService) {}

  @Post()
  @Requires('answer', SuccessionAnswer)
  @Answers(AnswerId, 201)
  async answer(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Param('other') other: string,
    @Body({ schema: AnswerSuccession.schema }) values: ValuesIn<typeof AnswerSuccession>,
  ): Promise<{ readonly id: Uuid }> {
    const pair = await this.answering.pairToAnswer(actor, name, other);
    return { id: await this.answering.answer(actor, pair, values) };
  }
}
