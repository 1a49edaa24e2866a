import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import { Halt } from '../../deployments/life-cycle/steps/halt.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import type { HaltStanding } from './halt-standings.queries.js';
import { OrderHaltFromOutside } from './order-halt.form.js';
import { OrderingService } from './ordering.service.js';

/** The page on which a scheme is ordered to halt from outside its trust. */
@ApiExcludeController()
@Controller('deployments/:key/halts/new')
export class OrderingPages {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly ordering: OrderingService,
  ) {}

  @Get()
  @Requires('order', Halt)
  async ask(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const scheme = await this.deployments.named(actor, key);
    return orderPage(scheme, offered(await this.ordering.standingsOf(actor, scheme)).asked());
  }

  @Post()
  @Requires('order', Halt)
  async order(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const scheme = await this.deployments.named(actor, key);
    return submit(offered(await this.ordering.standingsOf(actor, scheme)), body, {
      act: async (values) => {
        const id = await this.ordering.order(actor, scheme, values);
        return new Redirect(`/deployments/${scheme.key}/halts/${id}`, 'The order was given');
      },
      again: (asked) => orderPage(scheme, asked),
    });
  }
}

function offered(standings: readonly HaltStanding[]) {
  return OrderHaltFromOutside.offering({
    givenFor: standings.map(({ id, called }) => ({ value: id, label: called })),
  });
}

function orderPage<F extends Fields>(scheme: DeploymentDetail, asked: Asked<F>): Page {
  return new Page('halting/ordering/views/order.njk', {
    title: 'Order this scheme to halt',
    caption: scheme.title,
    scheme,
    ...asked,
    back: { href: `/deployments/${scheme.key}` },
  });
}
