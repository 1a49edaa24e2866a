import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { Page } from '../../web/answer/page.js';
import { Concern } from '../concern.entity.js';
import { themesInWords } from '../theme.js';
import { QUEUE_PARTS, QueueQueries } from './queue.queries.js';

const QueueQuery = z.object({ ...paging, part: z.enum(QUEUE_PARTS).catch('open') });

/** The handlers' list. Auditors see it too. */
@ApiExcludeController()
@Controller('concerns')
export class QueuePages {
  constructor(private readonly waiting: QueueQueries) {}

  @Get()
  @Requires('read', Concern)
  async queue(
    @Acting() actor: Actor,
    @Query({ schema: QueueQuery }) query: z.infer<typeof QueueQuery>,
  ): Promise<Page> {
    const { items, next } = await this.waiting.queue(actor, query.part, pageRequest(query));
    return new Page('concerns/handling/views/queue.njk', {
      title: 'Concerns',
      wide: true,
      part: query.part,
      items: items.map((item) => ({ ...item, themesInWords: themesInWords(item.themes) })),
      next,
    });
  }
}
