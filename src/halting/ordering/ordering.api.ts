import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import { AddedOut } from '../../deployments/finding/deployment-out.js';
import { Halt } from '../../deployments/life-cycle/steps/halt.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { OrderHaltFromOutside } from './order-halt.form.js';
import { OrderingService } from './ordering.service.js';

/** Orders to halt from outside the trust, by programs. */
@ApiTags('Halts')
@Controller('api/v1/deployments/:name/halts')
export class OrderingApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly ordering: OrderingService,
  ) {}

  @Post()
  @Requires('order', Halt)
  @Answers(AddedOut, 201)
  async order(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: OrderHaltFromOutside.schema }) values: ValuesIn<typeof OrderHaltFromOutside>,
  ): Promise<{ id: Uuid }> {
    const scheme = await this.deployments.named(actor, name);
    return { id: await this.ordering.order(actor, scheme, values) };
  }
}
