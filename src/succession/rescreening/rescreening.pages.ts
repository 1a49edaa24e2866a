import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { Screening } from '../../deployments/screening/classification/screening.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { addressWith, listRequest, type TypedQuery } from '../../web/list-request.js';
import { rescreened } from './ended-scheme.js';
import { EndedSchemesQueries } from './ended-schemes.queries.js';
import { rescreenedShown } from './rescreened-shown.js';
import { rescreeningSheet } from './rescreening-sheet.js';

/** Which schemes ended, and whether what is there now was screened six and twelve months after, for readers. */
@ApiExcludeController()
@Controller()
export class RescreeningPages {
  constructor(
    private readonly ended: EndedSchemesQueries,
    private readonly clock: Clock,
  ) {}

  @Get('successors/re-screening')
  @Requires('read', Screening)
  @NarrowedBy('after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const { items, next } = await this.ended.list(actor, listRequest(query));
    const today = this.clock.today();
    return new Page('succession/rescreening/views/list.njk', {
      title: 'Screened again six and twelve months after the end',
      wide: true,
      schemes: items.flatMap((scheme) => rescreened(scheme, today) ?? []).map(rescreenedShown),
      back: { href: '/successors', text: 'What may go on under another name' },
      next: next === null ? null : addressWith('/successors/re-screening', { after: next }),
    });
  }

  @Get('successors/re-screening.csv')
  @Requires('read', Screening)
  sheet(@Acting() actor: Actor): Download {
    return rescreeningSheet(this.ended.each(actor), this.clock.today());
  }
}
