import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { ValuesIn } from '../../web/form/form.js';
import { CitationCheck } from './citation-check.entity.js';
import { RecordCitationCheck } from './citation-check.form.js';
import { CitationsQueries } from './citations.queries.js';
import { CitationsService } from './citations.service.js';
import { Answers } from '../../web/api/answers.js';

const Day = z.string().meta({ format: 'date' });
const CitationChecks = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        rule: z.string(),
        ruleVersion: z.int(),
        citation: z.string().meta({ description: 'The reference as it read when it was checked.' }),
        checkedBy: z.string(),
        checkedOn: Day,
        against: z.string(),
        holds: z.boolean(),
        note: z.string().nullable(),
        recordedOn: Day,
      }),
    ),
  })
  .meta({ id: 'CitationChecks' });

/** Checks of the references of rules, for programs. */
@ApiTags('Data flows')
@Controller('api/v1/citation-checks')
export class CitationsApi {
  constructor(
    private readonly queries: CitationsQueries,
    private readonly service: CitationsService,
  ) {}

  @Get()
  @Requires('read', CitationCheck)
  @Answers(CitationChecks, 200, 'The last check of each reference.')
  async list(@Acting() actor: Actor) {
    return { items: await this.queries.latest(actor) };
  }

  @Post(':rule')
  @Requires('record', CitationCheck)
  @Answers(CitationChecks)
  async record(
    @Acting() actor: Actor,
    @Param('rule') rule: string,
    @Body({ schema: RecordCitationCheck.schema }) values: ValuesIn<typeof RecordCitationCheck>,
  ) {
    await this.service.record(actor, rule, values);
    const items = await this.queries.latest(actor);
    return { items: items.filter((check) => check.rule === rule) };
  }
}
