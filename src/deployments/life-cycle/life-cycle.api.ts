import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { AddedOut } from '../finding/deployment-out.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { LifeCycleService } from './life-cycle.service.js';
import { RecordStep, stepFrom } from './step.forms.js';
import { Transition } from './steps/transition.entity.js';

/** The life cycle of deployments for programs. */
@ApiTags('Deployments')
@Controller('api/v1/deployments')
export class LifeCycleApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly lifeCycle: LifeCycleService,
  ) {}

  @Post(':name/steps')
  @Requires('step', Transition)
  @Answers(AddedOut, 201)
  async step(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: RecordStep.schema }) values: ValuesIn<typeof RecordStep>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.deployments.named(actor, name);
    return { id: await this.lifeCycle.step(actor, id, stepFrom(values)) };
  }
}
