import { createHash } from 'node:crypto';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Round } from '../../reviews/round.entity.js';
import { Download } from '../../web/answer/download.js';
import { Feeds } from './feeds.js';

const FRESH_SECONDS = 300;

/** Feeds that anybody follows with a reader of their own: nobody leaves an address for it, and nobody is counted. */
@ApiExcludeController()
@Controller('feeds')
export class FeedsPages {
  constructor(private readonly feeds: Feeds) {}

  @Get('schemes/:key')
  @Requires('read', Deployment)
  async scheme(@Param('key') key: string): Promise<Download> {
    return feed('scheme', await this.feeds.ofScheme(key));
  }

  @Get('trusts/:key')
  @Requires('read', Organisation)
  async trust(@Param('key') key: string): Promise<Download> {
    return feed('trust', await this.feeds.ofOrganisation(key));
  }

  @Get('rounds/:id')
  @Requires('read', Round)
  async round(@Param('id') id: string): Promise<Download> {
    return feed('round', await this.feeds.ofRound(id));
  }
}

/** The fingerprint is of the content alone: days are all that is recorded, and two things may happen on one. */
function feed(of: string, content: string): Download {
  const etag = createHash('sha256').update(content).digest('hex');
  return new Download(`${of}.atom`, 'application/atom+xml; charset=utf-8', content, {
    ...{ etag, seconds: FRESH_SECONDS, changes: true },
  });
}
