import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { Page } from '../../web/answer/page.js';
import { addressWith, listRequest, type TypedQuery } from '../../web/list-request.js';
import { listAt } from '../questions/lists.js';
import { shownList } from '../showing/record-shown.js';
import { FlowPart } from './flow-part.entity.js';
import { PartnersQueries } from './partners.queries.js';

/** What trusts recorded in the name of a partner: each flow, and of each flow the partner's own part alone. */
@ApiExcludeController()
@Controller('recorded-in-our-name')
export class PartnersPages {
  constructor(private readonly queries: PartnersQueries) {}

  @Get()
  @Requires('read', FlowPart)
  @NarrowedBy('after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const { items, next } = await this.queries.inOurName(actor, listRequest(query));
    return new Page('data-sharing/partners/views/list.njk', {
      title: 'What is recorded in your name',
      parts: items,
      next: next === null ? null : addressWith('/recorded-in-our-name', { after: next }),
    });
  }

  @Get(':id')
  @Requires('read', FlowPart)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const part = await this.queries.one(actor, id);
    if (!part) throw new NotFound();
    return new Page('data-sharing/partners/views/one.njk', {
      title: part.title,
      part,
      lists: ['parties', 'assertions', 'policyDocuments'].map((path) =>
        shownList(listAt(path), part.content),
      ),
    });
  }
}
