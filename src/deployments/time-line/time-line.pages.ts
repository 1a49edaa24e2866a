import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Download } from '../../web/answer/download.js';
import { twinAsFile } from '../../web/pictures/picture.js';
import { Deployment } from '../deployment.entity.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { SchemeTimeLine } from './scheme-time-line.js';
import { timeLineTwin } from './time-line.js';

/** The table of a scheme's time line, as a file. */
@ApiExcludeController()
@Controller('deployments/:key')
export class TimeLinePages {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly timeLine: SchemeTimeLine,
  ) {}

  @Get('time-line.csv')
  @Requires('read', Deployment)
  async sheet(@Acting() actor: Actor, @Param('key') key: string): Promise<Download> {
    const scheme = await this.deployments.named(actor, key);
    return twinAsFile(`${scheme.key}-time-line.csv`, timeLineTwin(await this.timeLine.of(actor, scheme)));
  }
}
