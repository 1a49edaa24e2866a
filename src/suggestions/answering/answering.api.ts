import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { SchemeSuggestion, SUGGESTION_OUTCOME_CODES } from '../suggestion.entity.js';
import { SuggestionsQueries, type SuggestionRow } from '../suggestions.queries.js';
import { AnswerSuggestion } from './answering.form.js';
import { AnsweringService } from './answering.service.js';

const Paging = z.object(paging);
const SuggestionOut = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    called: z.string().nullable(),
    place: z.string().nullable(),
    howKnown: z.string().nullable(),
    toldOn: z.iso.date(),
    held: z
      .boolean()
      .meta({ description: 'More came from one network within an hour than is read in turn.' }),
    outcome: z.enum(SUGGESTION_OUTCOME_CODES).nullable(),
    deploymentKey: z.string().nullable(),
    answer: z.string().nullable(),
    answeredOn: z.iso.date().nullable(),
    erasedOn: z.iso.date().nullable(),
  })
  .meta({ id: 'SchemeSuggestion' });
const SuggestionPage = pageSchema('SchemeSuggestionPage', SuggestionOut);

/** What people told of schemes, for programs of who answers it. */
@ApiTags('Suggestions')
@Controller('api/v1/suggestions')
export class AnsweringApi {
  constructor(
    private readonly queries: SuggestionsQueries,
    private readonly answering: AnsweringService,
  ) {}

  @Get()
  @Requires('read', SchemeSuggestion)
  @Answers(SuggestionPage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: Paging }) query: z.infer<typeof Paging>,
  ): Promise<ListPage<SuggestionRow>> {
    return this.queries.list(actor, pageRequest(query));
  }

  @Post(':id/answer')
  @Requires('answer', SchemeSuggestion)
  @Answers(SuggestionOut)
  async answer(
    @Acting() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: AnswerSuggestion.schema }) values: ValuesIn<typeof AnswerSuggestion>,
  ): Promise<SuggestionRow> {
    await this.queries.one(actor, id);
    await this.answering.answer(actor, id, values);
    return this.queries.one(actor, id);
  }
}
