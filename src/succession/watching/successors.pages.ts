import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import { claimCard } from '../../deployments/claims/claim-card.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { addressWith, listRequest, type TypedQuery } from '../../web/list-request.js';
import { rescreened } from '../rescreening/ended-scheme.js';
import { rescreenedShown } from '../rescreening/rescreened-shown.js';
import { namedShown } from '../naming/named-shown.js';
import { pairShown } from './pair-shown.js';
import { successorSheet } from './successor-sheet.js';
import { SuccessionWatch } from './succession-watch.js';
import { WatchQueries } from './watch.queries.js';

/** What may go on under another name, for readers: over the whole register, and of one scheme. */
@ApiExcludeController()
@Controller()
export class SuccessorsPages {
  constructor(
    private readonly watch: SuccessionWatch,
    private readonly queries: WatchQueries,
    private readonly deployments: DeploymentsQueries,
    private readonly clock: Clock,
  ) {}

  @Get('successors')
  @Requires('read', Deployment)
  @NarrowedBy('after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const request = listRequest(query);
    const [found, naming] = await Promise.all([
      this.watch.list(actor, request),
      request.after === null ? this.queries.naming(actor) : [],
    ]);
    return new Page('succession/watching/views/list.njk', {
      title: 'What may go on under another name',
      wide: true,
      pairs: found.items.map(pairShown),
      isFirst: request.after === null,
      named: namedShown(naming),
      next: found.next === null ? null : addressWith('/successors', { after: found.next }),
    });
  }

  @Get('successors.csv')
  @Requires('read', Deployment)
  sheet(@Acting() actor: Actor): Download {
    return successorSheet(this.watch.each(actor));
  }

  @Get('deployments/:key/successors')
  @Requires('read', Deployment)
  async one(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const scheme = await this.deployments.named(actor, key);
    const [pairs, watched] = await Promise.all([
      this.watch.of(actor, scheme.id),
      this.queries.schemes(actor, [scheme.id]),
    ]);
    const own = watched.get(scheme.id);
    const ended = own ? rescreened(own, this.clock.today()) : null;
    return new Page('succession/watching/views/one.njk', {
      title: 'What may go on under another name',
      caption: scheme.title,
      wide: true,
      scheme,
      pairs: pairs.map(pairShown),
      claims: scheme.claims.filter(({ topic }) => topic === 'LINEAGE').map(claimCard),
      rescreening: ended && rescreenedShown(ended),
      back: { href: `/deployments/${scheme.key}`, text: scheme.title },
    });
  }
}
