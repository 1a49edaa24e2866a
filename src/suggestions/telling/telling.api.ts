import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { OpenToAll } from '../../access/requirement.js';
import { ShowReceipt } from '../../concerns/following/following.forms.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { SUGGESTION_OUTCOME_CODES } from '../suggestion.entity.js';
import type { AnsweredSuggestion } from '../suggestions.queries.js';
import { TellOfScheme } from './telling.forms.js';
import { TellingService } from './telling.service.js';

const WHY_OPEN =
  'Anyone may tell of a scheme without an account, and ask with the receipt what became of it.';

const ToldOut = z
  .object({
    reference: z.string().meta({ description: 'It opens nothing alone.' }),
    secret: z
      .string()
      .meta({ description: 'With the reference it shows the answer; it is never shown again.' }),
    secretInDigits: z.string(),
  })
  .meta({ id: 'ToldOfScheme' });

const AnswerOut = z
  .object({
    toldOn: z.iso.date(),
    outcome: z.enum(SUGGESTION_OUTCOME_CODES).nullable(),
    deploymentKey: z.string().nullable(),
    answer: z.string().nullable(),
    answeredOn: z.iso.date().nullable(),
  })
  .meta({ id: 'AnswerToSuggestion' });

/** Telling of a scheme, for programs. */
@ApiTags('Suggestions')
@Controller('api/v1/suggestions')
export class TellingApi {
  constructor(private readonly telling: TellingService) {}

  @Post()
  @OpenToAll(WHY_OPEN)
  @Answers(ToldOut, 201)
  async tell(
    @Acting() actor: Actor,
    @Req() request: FastifyRequest,
    @Body({ schema: TellOfScheme.schema }) values: ValuesIn<typeof TellOfScheme>,
  ) {
    const { reference, secret } = await this.telling.tell(actor, values, request.ip);
    return { reference, secret: secret.asLetters, secretInDigits: secret.asDigits };
  }

  @Post('receipt')
  @OpenToAll(WHY_OPEN)
  @Answers(AnswerOut)
  async receipt(
    @Body({ schema: ShowReceipt.schema }) given: ValuesIn<typeof ShowReceipt>,
  ): Promise<AnsweredSuggestion> {
    const found = await this.telling.answerTo(given);
    if (!found) throw new NotFound('Nothing was found with this reference and code.');
    return found;
  }
}
