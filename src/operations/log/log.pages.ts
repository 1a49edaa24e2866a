import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import { Register } from '../../evidence/register.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { isRole, ROLES } from '../../identity/roles.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { capitalised, day } from '../../web/words.js';
import { LoggedEvent } from './logged-event.js';
import { LogQueries, type RecordEvent } from './log.queries.js';

const ListQuery = z.object(paging);
type ListQuery = z.infer<typeof ListQuery>;

/** Pages on the log: every act of staff, and what was done to one record. */
@ApiExcludeController()
@Controller('records')
export class LogPages {
  constructor(
    private readonly queries: LogQueries,
    private readonly register: Register,
  ) {}

  @Get()
  @Requires('read', LoggedEvent)
  async list(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const { items, next } = await this.queries.log(actor, pageRequest(query));
    return new Page('operations/log/views/log.njk', {
      title: 'The log',
      rows: items.map(({ day: when, action, kind, subjectId, post }) => [
        {
          href: `/records/${kind}/${subjectId}`,
          text: `${capitalised(action.replaceAll('-', ' '))}: ${this.singular(kind)}`,
        },
        day(when),
        postInWords(post),
      ]),
      next: next && `/records?after=${next}`,
    });
  }

  @Get(':kind/:id')
  @Requires('read', LoggedEvent)
  async history(
    @Acting() actor: Actor,
    @Param() { kind, id }: { readonly kind: string; readonly id: string },
    @Query({ schema: ListQuery }) query: ListQuery,
  ): Promise<Page> {
    if (!isId(id)) throw new NotFound();
    const { items, next } = await this.queries.history(actor, { kind, id }, pageRequest(query));
    if (items.length === 0) throw new NotFound();
    return new Page('operations/log/views/history.njk', {
      title: `What was done to this ${this.singular(kind)}`,
      caption: id,
      events: items.map((event) => ({ ...event, facts: factsOf(event) })),
      next: next && `/records/${kind}/${id}?after=${next}`,
      back: { href: '/records', text: 'The log' },
    });
  }

  private singular(kind: string): string {
    return this.register.kind(kind)?.singular ?? kind.replaceAll('-', ' ');
  }
}

function postInWords(post: string): string {
  return isRole(post) ? ROLES[post].label : capitalised(post);
}

function factsOf({ record }: RecordEvent): { term: string; meaning: string }[] {
  return Object.entries(record).map(([term, value]) => ({
    term,
    meaning: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}
