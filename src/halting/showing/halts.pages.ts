import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { toldHalt } from '../../deployments/life-cycle/halts/told-halt.js';
import { Halt } from '../../deployments/life-cycle/steps/halt.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { addressWith, listRequest, typedIn, type TypedQuery } from '../../web/list-request.js';
import { day } from '../../web/words.js';
import { FollowingService } from '../following/following.service.js';
import { placeOfHalt } from '../following/step-page.js';
import { haltSheet } from './halt-sheet.js';
import { HaltsQueries } from './halts.queries.js';

/** Orders to halt for readers: all of them, those that are overdue first, and each with what was done about it. */
@ApiExcludeController()
@Controller()
export class HaltsPages {
  constructor(
    private readonly halts: HaltsQueries,
    private readonly following: FollowingService,
    private readonly clock: Clock,
  ) {}

  @Get('halts')
  @Requires('read', Halt)
  @NarrowedBy('scheme', 'after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const scheme = typedIn(query, 'scheme');
    const { items, next } = await this.halts.list(
      actor,
      { scheme: scheme === '' ? undefined : scheme },
      listRequest(query),
    );
    const today = this.clock.today();
    return new Page('halting/showing/views/list.njk', {
      title: 'Orders to halt',
      wide: true,
      halts: items.map((row) => ({ ...toldHalt(row, today), href: placeOfHalt(row) })),
      next: next === null ? null : addressWith('/halts', { scheme, after: next }),
    });
  }

  @Get('halts.csv')
  @Requires('read', Halt)
  @NarrowedBy('scheme')
  csv(@Acting() actor: Actor, @Query() query: TypedQuery): Download {
    const scheme = typedIn(query, 'scheme');
    return haltSheet(this.halts.all(actor, { scheme: scheme === '' ? undefined : scheme }));
  }

  @Get('halts/:id')
  @Requires('read', Halt)
  async found(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    return new Redirect(placeOfHalt(await this.halts.one(actor, id)));
  }

  @Get('deployments/:key/halts/:id')
  @Requires('read', Halt)
  async one(@Acting() actor: Actor, @Param('key') key: string, @Param('id') id: string): Promise<Page> {
    const halt = await this.halts.under(actor, key, id);
    return new Page('halting/showing/views/one.njk', {
      title: `Order to halt, ${day(halt.orderedOn)}`,
      caption: halt.scheme.title,
      tabTitle: `Order to halt: ${halt.scheme.title}`,
      halt: toldHalt(halt, this.clock.today()),
      here: placeOfHalt(halt),
      next: await this.following.nextSteps(actor, halt),
      back: { href: `/deployments/${halt.scheme.key}` },
    });
  }
}
