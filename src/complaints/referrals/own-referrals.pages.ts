import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { OpenToAll } from '../../access/requirement.js';
import { BrowserKeys } from '../../concerns/admitting/browser-keys.js';
import { receiptHolder } from '../../identity/actor.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { referralInWords } from './referral-in-words.js';
import { ReferralsQueries } from './referrals.queries.js';
import { ReferralsService } from './referrals.service.js';

const ListQuery = z.object(paging);

/** What of their own concern was passed on, for whoever has shown its receipt. */
@ApiExcludeController()
@Controller('answers/yours/passed-on')
export class OwnReferralsPages {
  constructor(
    private readonly keys: BrowserKeys,
    private readonly referrals: ReferralsQueries,
    private readonly service: ReferralsService,
  ) {}

  @Get()
  @OpenToAll('Whoever has a receipt follows their own concern with it, without an account.')
  async list(
    @Req() request: FastifyRequest,
    @Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>,
  ): Promise<Page | Redirect> {
    const id = await this.keys.concernOf(request);
    if (id === null) return new Redirect('/answers/return');
    const { items, next } = await this.referrals.list(receiptHolder(id), id, pageRequest(query));
    return new Page('complaints/referrals/views/own.njk', {
      ...{ neutral: true, exit: true, title: 'Passed on', tabTitle: 'Your answers: passed on' },
      referrals: items.map((item) => referralInWords(item, this.service.standing(item))),
      next,
      back: { href: '/answers/yours' },
    });
  }
}
