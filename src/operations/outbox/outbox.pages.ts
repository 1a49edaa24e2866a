import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { Mail } from './mail.js';
import { OutboxQueries } from './outbox.queries.js';

const ListQuery = z.object(paging);
type ListQuery = z.infer<typeof ListQuery>;

/** The page on every message that was written, and whether it was sent. */
@ApiExcludeController()
@Controller('outbox')
export class OutboxPages {
  constructor(private readonly queries: OutboxQueries) {}

  @Get()
  @Requires('read', Mail)
  async list(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const mail = await this.queries.mail(actor, pageRequest(query));
    return new Page('operations/outbox/views/outbox.njk', {
      title: 'Outbox',
      mail,
      next: mail.next && `/outbox?after=${mail.next}`,
      wide: true,
    });
  }
}
