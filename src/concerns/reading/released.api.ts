import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import { ReadingService, type OpenRelease } from './reading.service.js';
import { ConcernRelease } from '../concern-release.entity.js';
import { ReleasedQueries, type ReleasedRow } from './released.queries.js';
import { ReleaseOut } from '../concern-out.js';
import { Answers } from '../../web/api/answers.js';

const ReleasePage = pageSchema('ReleasedConcernPage', ReleaseOut);
const ReleasedQuery = z.object(paging);

/** What was released of concerns, for the programs of trusts and reviewers. It carries no total. */
@ApiTags('Concerns')
@ApiBearerAuth()
@Controller('api/v1/released-concerns')
export class ReleasedApi {
  constructor(
    private readonly released: ReleasedQueries,
    private readonly reading: ReadingService,
  ) {}

  @Get()
  @Requires('read', ConcernRelease)
  @Answers(ReleasePage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: ReleasedQuery }) query: z.infer<typeof ReleasedQuery>,
  ): Promise<ListPage<ReleasedRow>> {
    return this.released.list(actor, pageRequest(query));
  }

  @Get(':id')
  @Requires('read', ConcernRelease)
  @Answers(ReleaseOut)
  one(@Acting() actor: Actor, @Param('id') id: string): Promise<OpenRelease> {
    return this.reading.release(actor, id);
  }
}
