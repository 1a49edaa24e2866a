import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { Download } from '../../web/answer/download.js';
import { frozenBytes } from './frozen-bytes.js';
import { PromisesQueries, type PromiseRow } from '../promises/promises.queries.js';
import { PromisePage, PublicationOut, PublicationPage } from './publication-out.js';
import { publicity } from '../../reviews/progress/publicity.js';
import { dueSteps, reviewStanding } from '../../reviews/progress/review-standing.js';
import { Release } from '../release.entity.js';
import { ReleasesQueries, type ReleaseRow } from '../releases/releases.queries.js';
import { Withdrawn } from '../tombstones/withdrawn.js';
import { Answers } from '../../web/api/answers.js';

const ListQuery = z.object(paging);
type ListQuery = z.infer<typeof ListQuery>;

/** What was published, for programs. The bytes at `content` never change under the same id. */
@ApiTags('Publications')
@Controller('api/v1')
export class PublicationsApi {
  constructor(
    private readonly releases: ReleasesQueries,
    private readonly promises: PromisesQueries,
    private readonly clock: Clock,
  ) {}

  @Get('publications')
  @Requires('read', Release)
  @Answers(PublicationPage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: ListQuery }) query: ListQuery,
  ): Promise<ListPage<ReleaseRow>> {
    return this.releases.list(actor, pageRequest(query));
  }

  @Get('promised-publications')
  @Requires('read', Release)
  @Answers(PromisePage)
  async promised(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery) {
    const { items, next } = await this.promises.list(actor, pageRequest(query));
    const day = this.clock.today();
    return { items: items.map((row) => withProgress(row, day)), next };
  }

  @Get('publications/:name')
  @Requires('read', Release)
  @Answers(PublicationOut)
  async one(@Acting() actor: Actor, @Param('name') name: string): Promise<ReleaseRow> {
    const release = await this.releases.one(actor, name);
    if (!release) throw new NotFound();
    return release;
  }

  @Get('publications/:name/content')
  @Requires('read', Release)
  @ApiResponse({
    status: 200,
    description: 'The exact bytes that were published, with their SHA-256 as ETag.',
  })
  @ApiResponse({ status: 304, description: 'The bytes are those that the sender has.' })
  @ApiResponse({ status: 410, description: 'The release was withdrawn.' })
  async content(@Acting() actor: Actor, @Param('name') name: string): Promise<Download> {
    const release = await this.one(actor, name);
    if (release.withdrawal !== null) throw new Withdrawn(release.withdrawal);
    const content = await this.releases.content(actor, release.id);
    if (content === null) throw new NotFound();
    return frozenBytes(release, content);
  }
}

/** A promise with what became of it, what the trust did, and what was late, on a day. */
function withProgress(row: PromiseRow, today: CalendarDay) {
  return {
    ...row,
    publicity: publicity(row, today),
    standing: reviewStanding(row, today),
    due: dueSteps(row, today),
  };
}
