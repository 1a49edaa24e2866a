import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { Correction } from './correction.entity.js';
import { CorrectEntry } from './correction.form.js';
import { CorrectionsService } from './corrections.service.js';

/** Corrections beside what sources say, for programs. */
@ApiTags('Corrections')
@Controller('api/v1/corrections')
export class CorrectionsApi {
  constructor(private readonly corrections: CorrectionsService) {}

  @Post(':kind/:id')
  @Requires('correct', Correction)
  @Answers(z.object({ id: z.uuid() }), 201)
  async correct(
    @Acting() actor: Actor,
    @Param() about: RecordRef,
    @Body({ schema: CorrectEntry.schema }) values: ValuesIn<typeof CorrectEntry>,
  ): Promise<{ readonly id: Uuid }> {
    return { id: await this.corrections.correct(actor, about, values) };
  }
}
