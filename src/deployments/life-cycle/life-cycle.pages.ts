import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields, Form } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { OwnDeployment } from '../finding/own-deployment.js';
import { Transition } from './steps/transition.entity.js';
import { isLifeCycleState, LIFE_CYCLE_LABELS, type LifeCycleState } from '../life-cycle-state.js';
import { LifeCycleService } from './life-cycle.service.js';
import { NEXT_STATES } from '../next-states.js';
import { ChooseStep, PLAIN_STEP, RecordStep, STEP_FORMS, stepFrom } from './step.forms.js';
import type { StepInput } from './steps/step-answers.js';

/** A trust records the steps in the life of its own scheme. */
@ApiExcludeController()
@Controller('deployments/:key/step')
export class LifeCyclePages {
  constructor(
    private readonly own: OwnDeployment,
    private readonly lifeCycle: LifeCycleService,
  ) {}

  @Get()
  @Requires('step', Transition)
  async chooseStep(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const detail = await this.own.toChange(actor, key);
    return choicePage(detail, chooseForm(detail).asked());
  }

  @Post()
  @Requires('step', Transition)
  async chosen(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toChange(actor, key);
    return submit(chooseForm(detail), body, {
      act: ({ to }) => new Redirect(`/deployments/${detail.key}/step/${to.toLowerCase()}`),
      again: (asked) => choicePage(detail, asked),
    });
  }

  @Get(':to')
  @Requires('step', Transition)
  async askStep(@Acting() actor: Actor, @Param('key') key: string, @Param('to') to: string): Promise<Page> {
    const detail = await this.own.toChange(actor, key);
    const state = nextState(detail, to);
    if (!state) throw new NotFound();
    return stepPage(detail, state, formOf(state).asked());
  }

  @Post(':to')
  @Requires('step', Transition)
  async step(
    @Acting() actor: Actor,
    @Param() { key, to }: { readonly key: string; readonly to: string },
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toChange(actor, key);
    const state = nextState(detail, to) ?? stateEntered(detail, to) ?? refuseStep();
    return submit(formOf(state), body, {
      act: async (values) => {
        await this.lifeCycle.step(actor, detail.id, stepInput(state, values));
        return new Redirect(`/deployments/${detail.key}`, 'The step was recorded');
      },
      again: (asked) => stepPage(detail, state, asked),
    });
  }
}

function chooseForm({ stateCode }: DeploymentDetail) {
  const choices = NEXT_STATES[stateCode].map((value) => ({ value, label: LIFE_CYCLE_LABELS[value] }));
  return ChooseStep.offering({ to: choices });
}

function choicePage<F extends Fields>(detail: DeploymentDetail, asked: Asked<F>): Page {
  return new Page('deployments/life-cycle/views/choose-step.njk', {
    title: 'What happened to the scheme?',
    caption: detail.title,
    ...asked,
    detail,
    now: LIFE_CYCLE_LABELS[detail.stateCode],
    headingInContent: true,
    back: { href: `/deployments/${detail.key}` },
  });
}

function stepPage<F extends Fields>(detail: DeploymentDetail, to: LifeCycleState, asked: Asked<F>): Page {
  return new Page('deployments/life-cycle/views/step.njk', {
    title: `${LIFE_CYCLE_LABELS[detail.stateCode]} → ${LIFE_CYCLE_LABELS[to]}`,
    caption: detail.title,
    ...asked,
    detail,
    to,
    action: `/deployments/${detail.key}/step/${to.toLowerCase()}`,
    back: { href: `/deployments/${detail.key}/step` },
  });
}

function nextState({ stateCode }: DeploymentDetail, asked: string): LifeCycleState | null {
  const to = asked.toUpperCase();
  return isLifeCycleState(to) && NEXT_STATES[stateCode].includes(to) ? to : null;
}

/** The state that the newest step led to: whoever sends that step again is led to the same place. */
function stateEntered({ transitions: [newest] }: DeploymentDetail, asked: string): LifeCycleState | null {
  return newest?.toState === asked.toUpperCase() ? newest.toState : null;
}

function refuseStep(): never {
  throw new OutOfTurn('The scheme is in another state now. Open its record, then record the next step.');
}

function formOf(to: LifeCycleState): Form {
  return STEP_FORMS[to] ?? PLAIN_STEP;
}

function stepInput(to: LifeCycleState, values: object): StepInput {
  const { data, error } = RecordStep.schema.safeParse({ ...values, to });
  if (data) return stepFrom(data);
  throw new Unprocessable(
    error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), text: message })),
  );
}
