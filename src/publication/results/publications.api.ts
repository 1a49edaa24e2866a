import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { Download } from '../../web/answer/download.js';
import type { ValuesIn } from '../../web/form/form.js';
import { frozenBytes } from './frozen-bytes.js';
import { Today } from '../today.js';
import { PromisesQueries } from '../promises/promises.queries.js';
import { MadeRecordOut, PromisePage, PublicationOut, PublicationPage } from './publication-out.js';
import { publicationStanding } from '../promises/publication-standing.js';
import type { ReleaseRow } from '../promises/promised-publication.js';
import { Release } from '../release.entity.js';
import { WithdrawRelease } from '../releases/release.forms.js';
import { ReleasesQueries } from '../releases/releases.queries.js';
import { TombstonesService } from '../tombstones/tombstones.service.js';
import { Withdrawal } from '../withdrawal.entity.js';
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
    private readonly tombstones: TombstonesService,
    private readonly today: Today,
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
    const { day } = this.today;
    return { items: items.map((row) => ({ ...row, standing: publicationStanding(row, day) })), next };
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

  @Post('publications/:name/withdrawal')
  @Requires('withdraw', Withdrawal)
  @Answers(MadeRecordOut, 201)
  async withdraw(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: WithdrawRelease.schema }) values: ValuesIn<typeof WithdrawRelease>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.tombstones.withdraw(actor, name, values) };
  }
}
