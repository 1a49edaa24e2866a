import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { EntriesQueries } from '../../deployments/entries/entries.queries.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Download } from '../../web/answer/download.js';
import { twinAsFile } from '../../web/pictures/picture.js';
import { ActivityFigure } from '../figures/activity-figure.entity.js';
import { seriesOf } from '../series/activity-series.js';
import { pictureOfSeries } from './activity-pictures.js';

/** The tables beside the pictures of activity, as files. */
@ApiExcludeController()
@Controller('deployments/:key/activity')
export class ActivityTablesPages {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly queries: EntriesQueries,
  ) {}

  @Get('series/:id/table')
  @Requires('read', ActivityFigure)
  async series(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('id') id: string,
  ): Promise<Download> {
    const scheme = await this.deployments.named(actor, key);
    const entries = await this.queries.ofScheme(actor, scheme.id, [ActivityFigure]);
    const series = seriesOf(entries.standing(ActivityFigure)).find((one) => one.id === id);
    if (!series) throw new NotFound();
    return twinAsFile(`${scheme.key}-activity.csv`, pictureOfSeries(series, scheme.key).twin);
  }
}
