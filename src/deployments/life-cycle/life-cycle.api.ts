import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ValuesIn } from '../../web/form/form.js';
import { AddedOut, ScreenedOut } from '../finding/deployment-out.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { Screening } from '../screening/screening.entity.js';
import { ScreenDeployment, screeningFrom } from '../screening/screening.form.js';
import type { Screened } from '../screening/classification/classify.js';
import { stepFrom } from '../recording/new-deployment.js';
import { Transition } from './transition.entity.js';
import { LifeCycleService } from './life-cycle.service.js';
import { RecordStep } from './step.forms.js';
import { Answers } from '../../web/api/answers.js';

/** Screening and the life cycle of deployments for programs. */
@ApiTags('Deployments')
@Controller('api/v1/deployments')
export class LifeCycleApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly lifeCycle: LifeCycleService,
  ) {}

  @Post(':name/screenings')
  @Requires('screen', Screening)
  @Answers(ScreenedOut, 201)
  async screen(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: ScreenDeployment.schema }) values: ValuesIn<typeof ScreenDeployment>,
  ): Promise<Screened & { readonly id: Uuid }> {
    return this.lifeCycle.screen(actor, await this.idOf(actor, name), screeningFrom(values));
  }

  @Post(':name/steps')
  @Requires('step', Transition)
  @Answers(AddedOut, 201)
  async step(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: RecordStep.schema }) values: ValuesIn<typeof RecordStep>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.lifeCycle.step(actor, await this.idOf(actor, name), stepFrom(values)) };
  }

  private async idOf(actor: Actor, name: string): Promise<Uuid> {
    const deployment = await this.deployments.one(actor, name);
    if (!deployment) throw new NotFound();
    return deployment.id;
  }
}
