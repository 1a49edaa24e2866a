import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { readContent } from '../content/content-text.js';
import { ActionsQueries } from '../actions/actions.queries.js';
import { PromisesQueries } from '../promises/promises.queries.js';
import { Release } from '../release.entity.js';
import { ReleasesQueries, type ReleaseRow } from '../releases/releases.queries.js';
import { Withdrawn } from '../tombstones/withdrawn.js';
import { frozenBytes } from './frozen-bytes.js';
import { publishedDueTable } from '../result-page/published-due-table.js';
import { resultPage } from '../result-page/result-page.js';
import { actionRows } from '../actions/action-rows.js';
import { overdueRows, promiseRows } from '../promises/promise-summary.js';
import { scoresTable } from './scores-table.js';

const ListQuery = z.object(paging);
const ResultQuery = z.object({ open: z.string().max(40).optional().catch(undefined) });
const MOST_ACTIONS = { limit: 100, after: null };
const KEPT_SECONDS = 60;

/** What everyone reads of results: what was promised, what was published, and what stands where something was withdrawn. */
@ApiExcludeController()
@Controller('publications')
export class ResultsPages {
  constructor(
    private readonly releases: ReleasesQueries,
    private readonly promises: PromisesQueries,
    private readonly actions: ActionsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', Release)
  async list(
    @Acting() actor: Actor,
    @Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>,
  ): Promise<Page> {
    const today = this.clock.today();
    const [overdue, promises] = await Promise.all([
      this.promises.overdue(actor, today),
      this.promises.list(actor, pageRequest(query)),
    ]);
    const model = {
      title: 'Published results',
      wide: true,
      overdue: query.after === undefined ? overdueRows(overdue.longest, today) : [],
      overdueCount: overdue.count,
      promises: promiseRows(promises.items, today),
      next: promises.next === null ? null : `/publications?after=${promises.next}`,
    };
    return new Page('publication/results/views/list.njk', model, { cacheSeconds: KEPT_SECONDS });
  }

  @Get(':name')
  @Requires('read', Release)
  async one(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Query({ schema: ResultQuery }) { open }: z.infer<typeof ResultQuery>,
  ): Promise<Page> {
    const release = await this.found(actor, name);
    if (release.withdrawal !== null) return tombstone(release);
    const [content, promise, actions] = await Promise.all([
      this.releases.content(actor, release.id),
      this.promises.one(actor, release.reviewId),
      this.actions.list(actor, { review: release.reviewId }, MOST_ACTIONS),
    ]);
    if (content === null) throw new NotFound();
    const today = this.clock.today();
    const published = readContent(content);
    const history = promise?.releases ?? [];
    const follows = history.find(({ number }) => number === published.follows?.release) ?? null;
    const { submittedOn } = published.review;
    const model = {
      title: titleOf(release),
      caption: `Result of ${release.round}`,
      wide: true,
      release,
      page: resultPage(published, open, release.publishedOn),
      due: publishedDueTable(published, release.publishedOn),
      history,
      setAsideOn: promise?.setAsideOn ?? null,
      follows,
      afterSilence: follows !== null && submittedOn !== null && follows.publishedOn <= submittedOn,
      actions: actionRows(actions.items, today),
      moreActions: actions.next !== null,
    };
    return new Page('publication/results/views/result.njk', model, { cacheSeconds: KEPT_SECONDS });
  }

  @Get(':name/result.json')
  @Requires('read', Release)
  async json(@Acting() actor: Actor, @Param('name') name: string): Promise<Download> {
    const release = await this.found(actor, name);
    return frozenBytes(release, await this.contentOf(actor, release));
  }

  @Get(':name/scores.csv')
  @Requires('read', Release)
  async csv(@Acting() actor: Actor, @Param('name') name: string): Promise<Download> {
    const release = await this.found(actor, name);
    return scoresTable(release, readContent(await this.contentOf(actor, release)));
  }

  private async found(actor: Actor, name: string): Promise<ReleaseRow> {
    const release = await this.releases.one(actor, name);
    if (!release) throw new NotFound();
    return release;
  }

  private async contentOf(actor: Actor, release: ReleaseRow): Promise<string> {
    if (release.withdrawal !== null) throw new Withdrawn(release.withdrawal);
    const content = await this.releases.content(actor, release.id);
    if (content === null) throw new NotFound();
    return content;
  }
}

function tombstone(release: ReleaseRow): Page {
  const model = {
    title: 'This result was withdrawn',
    caption: `Publication ${String(release.serial)}`,
    release,
  };
  return new Page('publication/results/views/tombstone.njk', model, {
    status: 410,
    cacheSeconds: KEPT_SECONDS,
  });
}

function titleOf({ organisation, deployment }: ReleaseRow): string {
  return deployment === null ? organisation : `${deployment}, ${organisation}`;
}
