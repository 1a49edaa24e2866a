import { Body, Controller, Headers, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { OpenToAll } from '../../access/requirement.js';
import { VISITOR } from '../../identity/actor.js';
import { Answers } from '../../web/api/answers.js';
import { FileConcern, spelledOut, type SentAnswers } from '../questions/typed-answers.js';
import { FairBudget } from './fair-budget.js';
import { FilingService } from './filing.service.js';
import { RepeatableSeeds } from './repeatable-seeds.js';

/** What filing returns, once. */
const FiledOut = z
  .object({
    reference: z.string().meta({ description: 'The public reference; it opens nothing.' }),
    secret: z.string().meta({ description: 'The code that opens the concern; it is never shown again.' }),
    secretInDigits: z.string().meta({ description: 'The same code in digits only.' }),
  })
  .meta({ id: 'FiledConcern' });

/** Filing a concern for programs; nobody is asked who they are. */
@ApiTags('Concerns')
@Controller('api/v1/concerns')
export class IntakeApi {
  constructor(
    private readonly filing: FilingService,
    private readonly seeds: RepeatableSeeds,
    private readonly budget: FairBudget,
  ) {}

  @Post()
  @OpenToAll('Anyone may file a concern, and follow it with its receipt, without an account.')
  @Answers(FiledOut, 201)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'At least 22 random characters.' })
  async file(
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: FileConcern }) answers: SentAnswers,
  ) {
    const seed = this.seeds.seedFor(key);
    const held = this.budget.isOver('file', request.ip);
    const { reference, secret } = await this.filing.file(VISITOR, spelledOut(answers), { seed, held });
    return { reference, secret: secret.asLetters, secretInDigits: secret.asDigits };
  }
}
