import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { HistoryShown } from '../../evidence/history/history-shown.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import type { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { addressWith, listRequest, typedIn, type TypedQuery } from '../../web/list-request.js';
import { PastRequest } from '../holding/past-request.entity.js';
import { PastRequestsQueries, type PastRequestDetail } from './past-requests.queries.js';
import { requestCard, requestPage } from './request-page.js';
import { trustsTable } from './trusts-table.js';

/** Requests of the past for readers: who asked whom for what, who answered, and of whom no answer is known. */
@ApiExcludeController()
@Controller('past-requests')
export class PastRequestsPages {
  constructor(
    private readonly requests: PastRequestsQueries,
    private readonly history: HistoryShown,
  ) {}

  @Get()
  @Requires('read', PastRequest)
  @NarrowedBy('q', 'after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const q = typedIn(query, 'q');
    const found = await this.requests.list(actor, { q }, listRequest(query));
    return new Page('past-requests/showing/views/list.njk', {
      title: 'Requests of the past',
      q,
      requests: found.items.map(requestCard),
      next: found.next === null ? null : addressWith('/past-requests', { q, after: found.next }),
    });
  }

  @Get(':key')
  @Requires('read', PastRequest)
  async one(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const request = await this.found(actor, key);
    return new Page('past-requests/showing/views/one.njk', {
      ...{ title: request.title, caption: 'Request of the past', wide: true },
      back: { href: '/past-requests', text: 'Requests of the past' },
      request: requestPage(request),
      changes: this.history.of(request.changes),
    });
  }

  @Get(':key/trusts.csv')
  @Requires('read', PastRequest)
  async csv(@Acting() actor: Actor, @Param('key') key: string): Promise<Download> {
    return trustsTable(await this.found(actor, key));
  }

  private async found(actor: Actor, key: string): Promise<PastRequestDetail> {
    const request = await this.requests.one(actor, key);
    if (!request) throw new NotFound();
    return request;
  }
}
