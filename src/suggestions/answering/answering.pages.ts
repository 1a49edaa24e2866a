import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { addressWith, listRequest, type TypedQuery } from '../../web/list-request.js';
import { SchemeSuggestion, SUGGESTION_OUTCOMES } from '../suggestion.entity.js';
import { SuggestionsQueries, type SuggestionRow } from '../suggestions.queries.js';
import { AnswerSuggestion } from './answering.form.js';
import { AnsweringService } from './answering.service.js';

/** What people told of schemes, for who answers it. */
@ApiExcludeController()
@Controller('suggestions')
export class AnsweringPages {
  constructor(
    private readonly queries: SuggestionsQueries,
    private readonly answering: AnsweringService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('read', SchemeSuggestion)
  @NarrowedBy('after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const found = await this.queries.list(actor, listRequest(query));
    return new Page('suggestions/answering/views/list.njk', {
      title: 'Schemes that people told of',
      suggestions: found.items.map(shown),
      next: found.next === null ? null : addressWith('/suggestions', { after: found.next }),
    });
  }

  @Get(':id')
  @Requires('read', SchemeSuggestion)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page(actor, await this.queries.one(actor, id), AnswerSuggestion.asked());
  }

  @Post(':id/answer')
  @Requires('answer', SchemeSuggestion)
  async answer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const suggestion = await this.queries.one(actor, id);
    return submit(AnswerSuggestion, body, {
      act: async (values) => {
        await this.answering.answer(actor, suggestion.id, values);
        return new Redirect('/suggestions', 'It was answered');
      },
      again: (asked) => this.page(actor, suggestion, asked),
    });
  }

  private page<F extends Fields>(actor: Actor, suggestion: SuggestionRow, asked: Asked<F>): Page {
    return new Page('suggestions/answering/views/one.njk', {
      title: suggestion.called ?? 'A suggestion whose words were erased',
      suggestion: shown(suggestion),
      ...asked,
      mayAnswer: suggestion.outcome === null && this.access.can(actor, 'answer', SchemeSuggestion),
      back: { href: '/suggestions', text: 'Schemes that people told of' },
    });
  }
}

function shown(one: SuggestionRow) {
  return { ...one, outcomeInWords: one.outcome === null ? null : SUGGESTION_OUTCOMES[one.outcome] };
}
