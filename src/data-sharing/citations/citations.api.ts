import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { CitationCheck } from './citation-check.entity.js';
import { RecordCitationCheck } from './citation-check.form.js';
import { CitationsQueries, type CheckRow } from './citations.queries.js';
import { CitationsService } from './citations.service.js';
import { Answers } from '../../web/api/answers.js';

const Day = z.string().meta({ format: 'date' });
const CitationChecks = pageSchema(
  'CitationChecks',
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
);
const Paging = z.object(paging);

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
  list(
    @Acting() actor: Actor,
    @Query({ schema: Paging }) query: z.infer<typeof Paging>,
  ): Promise<ListPage<CheckRow>> {
    return this.queries.latest(actor, pageRequest(query));
  }

  @Post(':rule')
  @Requires('record', CitationCheck)
  @Answers(CitationChecks)
  async record(
    @Acting() actor: Actor,
    @Param('rule') rule: string,
    @Body({ schema: RecordCitationCheck.schema }) values: ValuesIn<typeof RecordCitationCheck>,
  ): Promise<ListPage<CheckRow>> {
    await this.service.record(actor, rule, values);
    return this.queries.latest(actor, { limit: 100, after: null }, rule);
  }
}
