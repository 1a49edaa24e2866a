import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { themesInWords } from '../theme.js';
import { ReadingService } from './reading.service.js';
import { ConcernRelease } from '../concern-release.entity.js';
import { ReleasedQueries } from './released.queries.js';

const ReleasedQuery = z.object(paging);

/** What a trust and the reviewers may see of concerns: what was released to them, and no sign of any other. */
@ApiExcludeController()
@Controller('released-concerns')
export class ReleasedPages {
  constructor(
    private readonly released: ReleasedQueries,
    private readonly reading: ReadingService,
  ) {}

  @Get()
  @Requires('read', ConcernRelease)
  async list(
    @Acting() actor: Actor,
    @Query({ schema: ReleasedQuery }) query: z.infer<typeof ReleasedQuery>,
  ): Promise<Page> {
    const { items, next } = await this.released.list(actor, pageRequest(query));
    const shown = items.map((item) => ({ ...item, themesInWords: themesInWords(item.themes) }));
    return new Page('concerns/reading/views/list.njk', { title: 'What people said', items: shown, next });
  }

  @Get(':id')
  @Requires('read', ConcernRelease)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const release = await this.reading.release(actor, id);
    return new Page('concerns/reading/views/one.njk', {
      ...{ title: 'What somebody said', release },
      themesInWords: themesInWords(release.themes),
      back: { href: '/released-concerns' },
    });
  }
}
