import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { AddedOut } from '../../deployments/finding/deployment-out.js';
import { HaltStep } from '../../deployments/life-cycle/halts/halt-step.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { AcknowledgeHalt, CheckHalt, CountStepDown, LiftHalt, SayStopped } from './follow.forms.js';
import { FollowingService } from './following.service.js';

/** What is done about an order to halt, by programs. */
@ApiTags('Halts')
@Controller('api/v1/halts/:id')
export class FollowingApi {
  constructor(private readonly following: FollowingService) {}

  @Post('acknowledgement')
  @Requires('answer', HaltStep)
  @Answers(AddedOut, 201)
  async acknowledge(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AcknowledgeHalt.schema }) values: ValuesIn<typeof AcknowledgeHalt>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.following.acknowledge(actor, id, values) };
  }

  @Post('step-down')
  @Requires('answer', HaltStep)
  @Answers(AddedOut, 201)
  async count(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: CountStepDown.schema }) values: ValuesIn<typeof CountStepDown>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.following.count(actor, id, values) };
  }

  @Post('stopping')
  @Requires('answer', HaltStep)
  @Answers(AddedOut, 201)
  async sayStopped(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: SayStopped.schema }) values: ValuesIn<typeof SayStopped>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.following.sayStopped(actor, id, values) };
  }

  @Post('checks')
  @Requires('check', HaltStep)
  @Answers(AddedOut, 201)
  async check(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: CheckHalt.schema }) values: ValuesIn<typeof CheckHalt>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.following.check(actor, id, values) };
  }

  @Post('lift')
  @Requires('lift', HaltStep)
  @Answers(AddedOut, 201)
  async lift(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: LiftHalt.schema }) values: ValuesIn<typeof LiftHalt>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.following.lift(actor, id, values) };
  }
}
