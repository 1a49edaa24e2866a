import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { HaltStep } from '../../deployments/life-cycle/halts/halt-step.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Page } from '../../web/answer/page.js';
import type { Redirect } from '../../web/answer/redirect.js';
import type { Fields, Form, ValuesOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { AcknowledgeHalt, CountStepDown, SayStopped } from './follow.forms.js';
import { FollowingService } from './following.service.js';
import type { HaltAddress } from '../showing/halts.queries.js';
import { backToHalt, haltStepPage, STEPS_ASKED, type StepAsked } from './step-page.js';

/** The pages on which a trust answers an order to halt its scheme. */
@ApiExcludeController()
@Controller('deployments/:key/halts/:id')
export class AnsweringHaltsPages {
  constructor(private readonly following: FollowingService) {}

  @Get('acknowledge')
  @Requires('answer', HaltStep)
  askAcknowledged(@Acting() actor: Actor, @Param() at: HaltAddress): Promise<Page> {
    return this.ask(actor, at, STEPS_ASKED.acknowledge, AcknowledgeHalt);
  }

  @Post('acknowledge')
  @Requires('answer', HaltStep)
  acknowledge(
    @Acting() actor: Actor,
    @Param() at: HaltAddress,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return this.send(actor, at, STEPS_ASKED.acknowledge, {
      ...{ form: AcknowledgeHalt, body },
      act: (values) => this.following.acknowledge(actor, at.id, values),
    });
  }

  @Get('count')
  @Requires('answer', HaltStep)
  askCounted(@Acting() actor: Actor, @Param() at: HaltAddress): Promise<Page> {
    return this.ask(actor, at, STEPS_ASKED.count, CountStepDown);
  }

  @Post('count')
  @Requires('answer', HaltStep)
  count(@Acting() actor: Actor, @Param() at: HaltAddress, @Body() body: unknown): Promise<Page | Redirect> {
    return this.send(actor, at, STEPS_ASKED.count, {
      ...{ form: CountStepDown, body },
      act: (values) => this.following.count(actor, at.id, values),
    });
  }

  @Get('stopped')
  @Requires('answer', HaltStep)
  askStopped(@Acting() actor: Actor, @Param() at: HaltAddress): Promise<Page> {
    return this.ask(actor, at, STEPS_ASKED.stopped, SayStopped);
  }

  @Post('stopped')
  @Requires('answer', HaltStep)
  stopped(@Acting() actor: Actor, @Param() at: HaltAddress, @Body() body: unknown): Promise<Page | Redirect> {
    return this.send(actor, at, STEPS_ASKED.stopped, {
      ...{ form: SayStopped, body },
      act: (values) => this.following.sayStopped(actor, at.id, values),
    });
  }

  private async ask<F extends Fields>(
    actor: Actor,
    at: HaltAddress,
    step: StepAsked,
    form: Form<F>,
  ): Promise<Page> {
    return haltStepPage(await this.following.toTake(actor, at, step), step, form.asked());
  }

  private async send<F extends Fields>(
    actor: Actor,
    at: HaltAddress,
    step: StepAsked,
    { form, body, act }: Sent<F>,
  ): Promise<Page | Redirect> {
    const halt = await this.following.toTake(actor, at, step);
    return submit(form, body, {
      act: async (values) => {
        await act(values);
        return backToHalt(halt, step);
      },
      again: (asked) => haltStepPage(halt, step, asked),
    });
  }
}

/** A form that was sent, and what is done with its answers. */
interface Sent<F extends Fields> {
  readonly form: Form<F>;
  readonly body: unknown;
  readonly act: (values: ValuesOf<F>) => Promise<unknown>;
}
