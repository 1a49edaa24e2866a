import { Body, Controller, Param, Post, Req } from '@nestjs/common';
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
import { QUESTION_OUTCOMES } from '../public-question.entity.js';
import { AskAboutHalt } from './asking.form.js';
import { AskingService } from './asking.service.js';
import type { BecameOfQuestion } from './receipts-of-questions.queries.js';

const WHY_OPEN =
  'Anyone may ask about a halt without an account, and see with the receipt what became of the question.';

const AskedOut = z
  .object({
    reference: z.string().meta({ description: 'It opens nothing alone.' }),
    secret: z
      .string()
      .meta({ description: 'With the reference it shows what became of the question; never shown again.' }),
    secretInDigits: z.string(),
  })
  .meta({ id: 'AskedAboutHalt' });

const BecameOut = z
  .object({
    askedOn: z.iso.date(),
    outcome: z.enum(QUESTION_OUTCOMES).nullable().meta({ description: 'Null while nobody has read it.' }),
    repeatsId: z.uuid().nullable().meta({ description: 'The question that stands, where this repeats it.' }),
    toAsker: z.string().nullable(),
    readOn: z.iso.date().nullable(),
    erasedOn: z.iso.date().nullable(),
  })
  .meta({ id: 'BecameOfQuestion' });

/** Asking about a halt in public, for programs. */
@ApiTags('Public questions')
@Controller('api/v1/public-questions')
export class AskingApi {
  constructor(private readonly asking: AskingService) {}

  @Post('receipt')
  @OpenToAll(WHY_OPEN)
  @Answers(BecameOut)
  async receipt(
    @Body({ schema: ShowReceipt.schema }) given: ValuesIn<typeof ShowReceipt>,
  ): Promise<BecameOfQuestion> {
    const became = await this.asking.became(given);
    if (!became) throw new NotFound('Nothing was found with this reference and code.');
    return became;
  }

  @Post('about/:halt')
  @OpenToAll(WHY_OPEN)
  @Answers(AskedOut, 201)
  async ask(
    @Acting() actor: Actor,
    @Req() request: FastifyRequest,
    @Param('halt', { schema: z.uuid() }) halt: string,
    @Body({ schema: AskAboutHalt.schema }) values: ValuesIn<typeof AskAboutHalt>,
  ) {
    const { reference, secret } = await this.asking.ask(actor, halt, values, request.ip);
    return { reference, secret: secret.asLetters, secretInDigits: secret.asDigits };
  }
}
