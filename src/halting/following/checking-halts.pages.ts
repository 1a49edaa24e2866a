import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { HaltStep } from '../../deployments/life-cycle/halts/halt-step.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotPermitted } from '../../kernel/refusal.js';
import type { Page } from '../../web/answer/page.js';
import type { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { HaltsQueries, type HaltAddress } from '../showing/halts.queries.js';
import { CheckHalt, LiftHalt } from './follow.forms.js';
import { FollowingService } from './following.service.js';
import { backToHalt, haltStepPage, STEPS_ASKED } from './step-page.js';

/** The pages on which somebody else checks whether a scheme halted, and on which whoever ordered it lifts the order. */
@ApiExcludeController()
@Controller('deployments/:key/halts/:id')
export class CheckingHaltsPages {
  constructor(
    private readonly halts: HaltsQueries,
    private readonly following: FollowingService,
  ) {}

  @Get('check')
  @Requires('check', HaltStep)
  async askChecked(@Acting() actor: Actor, @Param() at: HaltAddress): Promise<Page> {
    const { halt, form } = await this.toCheck(actor, at);
    if ((await this.following.barredFrom(actor, halt)).includes('check')) throw new NotPermitted(BARRED);
    return haltStepPage(halt, STEPS_ASKED.check, form.asked());
  }

  @Post('check')
  @Requires('check', HaltStep)
  async check(
    @Acting() actor: Actor,
    @Param() at: HaltAddress,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { halt, form } = await this.toCheck(actor, at);
    return submit(form, body, {
      act: async (values) => {
        await this.following.check(actor, at.id, values);
        return backToHalt(halt, STEPS_ASKED.check);
      },
      again: (asked) => haltStepPage(halt, STEPS_ASKED.check, asked),
    });
  }

  @Get('lift')
  @Requires('lift', HaltStep)
  async askLifted(@Acting() actor: Actor, @Param() at: HaltAddress): Promise<Page> {
    const halt = await this.following.toTake(actor, at, STEPS_ASKED.lift);
    return haltStepPage(halt, STEPS_ASKED.lift, LiftHalt.asked());
  }

  @Post('lift')
  @Requires('lift', HaltStep)
  async lift(
    @Acting() actor: Actor,
    @Param() at: HaltAddress,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const halt = await this.following.toTake(actor, at, STEPS_ASKED.lift);
    return submit(LiftHalt, body, {
      act: async (values) => {
        await this.following.lift(actor, at.id, values);
        return backToHalt(halt, STEPS_ASKED.lift);
      },
      again: (asked) => haltStepPage(halt, STEPS_ASKED.lift, asked),
    });
  }

  private async toCheck(actor: Actor, { key, id }: HaltAddress) {
    const halt = await this.halts.under(actor, key, id);
    const parts = await this.following.checkingFor(actor, halt);
    if (parts.length === 0) throw new NotPermitted();
    const givenFor = parts.map(({ value, label }) => ({ value, label }));
    return { halt, form: CheckHalt.offering({ givenFor }) };
  }
}

const BARRED =
  'Nobody checks an order that they gave, acknowledged, counted or said to have stopped. Ask a colleague to check it.';
