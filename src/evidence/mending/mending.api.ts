import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { Answers } from '../../web/api/answers.js';
import { notAsItsSchema } from '../../web/errors/validation.js';
import type { ValuesIn } from '../../web/form/form.js';
import { Correction } from '../corrections/correction.entity.js';
import { WithdrawEntry } from './mending.form.js';
import { MendingService } from './mending.service.js';

const MendEntry = z
  .looseObject({
    whyMended: z.string().max(1000).optional().meta({ description: 'Why; needed once the entry is public.' }),
    version: z.int().min(0).meta({ description: 'The revision of the entry as you read it.' }),
  })
  .meta({
    id: 'MendEntry',
    description: 'The answers by which an entry of this kind is recorded, all of them.',
  });

const DoneOut = z.object({ id: z.uuid() });

/** Mending and withdrawing what an organisation recorded, for programs. */
@ApiTags('Corrections')
@Controller('api/v1/mending/:kind/:id')
export class MendingApi {
  constructor(private readonly mending: MendingService) {}

  @Post()
  @HttpCode(200)
  @Requires('correct', Correction)
  @Answers(DoneOut)
  async mend(
    @Acting() actor: Actor,
    @Param() about: RecordRef,
    @Body({ schema: MendEntry }) { whyMended, version, ...sent }: z.output<typeof MendEntry>,
  ): Promise<{ readonly id: string }> {
    const read = this.mending.kind(about.kind).form.schema.safeParse({ ...sent, whyMended, version });
    if (!read.success) throw notAsItsSchema(read.error.issues);
    await this.mending.mend(actor, about, { answers: sent, reason: whyMended ?? null, expected: version });
    return { id: about.id };
  }

  @Post('withdrawn')
  @HttpCode(200)
  @Requires('correct', Correction)
  @Answers(DoneOut)
  async withdraw(
    @Acting() actor: Actor,
    @Param() about: RecordRef,
    @Body({ schema: WithdrawEntry.schema }) values: ValuesIn<typeof WithdrawEntry>,
  ): Promise<{ readonly id: string }> {
    await this.mending.withdraw(actor, about, values);
    return { id: about.id };
  }
}
