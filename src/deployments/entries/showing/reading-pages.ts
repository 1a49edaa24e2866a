import { Controller, Get, Param, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../../access/requirement.js';
import { CriteriaDomains } from '../../../evidence/criteria-domains.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import type { Download } from '../../../web/answer/download.js';
import type { Page } from '../../../web/answer/page.js';
import { DeploymentsQueries } from '../../finding/deployments.queries.js';
import { OwnDeployment } from '../../finding/own-deployment.js';
import { EntriesQueries } from '../entries.queries.js';
import { entriesPage } from './entries-page.js';
import { entriesSheet } from './entries-sheet.js';
import type { EntryKind } from '../entry-kind.js';

/** The page of a kind of entry under its scheme, with everything that is said, and the same as a CSV. */
export function readingPagesOf(kind: EntryKind): Type {
  @ApiExcludeController()
  @Controller('deployments/:key')
  class ReadingPages {
    constructor(
      private readonly deployments: DeploymentsQueries,
      private readonly own: OwnDeployment,
      private readonly queries: EntriesQueries,
      private readonly domains: CriteriaDomains,
    ) {}

    @Get(kind.path)
    @Requires('read', kind.recorded)
    async list(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
      const scheme = await this.deployments.named(actor, key);
      const entries = await this.queries.ofScheme(actor, scheme.id, kind.reads);
      const named = await this.domains.naming(actor);
      const mayTell = this.own.isOf(actor, scheme);
      return entriesPage(kind, scheme, { entries, mayTell, bearsOn: named(kind.bearsOn) });
    }

    @Get(`${kind.path}.csv`)
    @Requires('read', kind.recorded)
    async sheet(@Acting() actor: Actor, @Param('key') key: string): Promise<Download> {
      const scheme = await this.deployments.named(actor, key);
      const entries = await this.queries.ofScheme(actor, scheme.id, [kind.recorded]);
      return entriesSheet(kind, scheme, entries.all(kind.recorded));
    }
  }
  return ReadingPages;
}
