import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { Action } from './action.entity.js';
import { CheckAction, ReopenAction, ReportAction } from './action.forms.js';
import { stepsAfter } from './action-state.js';
import { ActionStep, type StepKind } from './action-step.entity.js';
import { ActionsQueries, type ActionDetail } from './actions.queries.js';
import { ActionsService } from './actions.service.js';
import { actionWithState } from './action-rows.js';
import { standIn } from '../../access/stand-in.js';

const STEP_WORDS: Readonly<Record<StepKind, string>> = {
  done: 'The trust reported it done',
  accepted: 'Checked by somebody else, and accepted',
  'not-accepted': 'Checked by somebody else, and not accepted',
  reopened: 'Opened again',
};

/** One action with every step about it, and the step that the reader may take next. */
@ApiExcludeController()
@Controller('actions/:id')
export class ActionStepsPages {
  constructor(
    private readonly access: Access,
    private readonly actions: ActionsQueries,
    private readonly service: ActionsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', Action)
  one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page(actor, id);
  }

  @Post('done')
  @Requires('report', ActionStep)
  report(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(ReportAction, body, {
      act: async ({ evidence }) => {
        await this.service.reportDone(actor, id, evidence);
        return new Redirect(`/actions/${id}`, 'The report was sent');
      },
      again: (asked) => this.page(actor, id, { path: 'done', asked }),
    });
  }

  @Post('check')
  @Requires('check', ActionStep)
  check(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(CheckAction, body, {
      act: async ({ outcome, reasons }) => {
        await this.service.checkDone(actor, id, { accepted: outcome === 'accepted', reasons });
        return new Redirect(`/actions/${id}`, 'The check was recorded');
      },
      again: (asked) => this.page(actor, id, { path: 'check', asked }),
    });
  }

  @Post('reopen')
  @Requires('reopen', ActionStep)
  reopen(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(ReopenAction, body, {
      act: async ({ reasons }) => {
        await this.service.reopen(actor, id, reasons);
        return new Redirect(`/actions/${id}`, 'The action was opened again');
      },
      again: (asked) => this.page(actor, id, { path: 'reopen', asked }),
    });
  }

  /** The step that was sent is shown again, though its turn may be over: what was typed stays under its own button. */
  private async page(actor: Actor, id: string, sent?: SentStep): Promise<Page> {
    const action = await this.actions.one(actor, id);
    if (!action) throw new NotFound();
    const step = sent
      ? OFFERED_STEPS.find(({ path }) => path === sent.path)
      : this.offeredStep(actor, action);
    const asked = sent?.asked ?? step?.form.asked();
    return new Page('publication/actions/views/action.njk', {
      title: action.what.length > LONGEST_TITLE ? 'An action' : action.what,
      tabTitle: 'Action',
      caption: action.organisation,
      action: actionWithState(action, this.clock.today()),
      steps: action.steps.map(({ kind, text, takenOn }) => ({
        when: takenOn,
        title: STEP_WORDS[kind],
        text,
      })),
      step,
      ...asked,
    });
  }

  private offeredStep(actor: Actor, action: ActionDetail): OfferedStep | undefined {
    const possible = stepsAfter(action.lastStep?.kind ?? null);
    return OFFERED_STEPS.find(
      ({ kind, verb }) =>
        possible.includes(kind) && this.access.can(actor, verb, stepOf(actor, action, kind)),
    );
  }
}

/** A step as somebody sent it, by the last part of its address. */
interface SentStep {
  readonly path: string;
  readonly asked: object;
}

interface OfferedStep {
  readonly kind: StepKind;
  readonly verb: string;
  readonly path: string;
  readonly title: string;
  readonly button: string;
  readonly form: typeof ReportAction | typeof CheckAction | typeof ReopenAction;
}

const LONGEST_TITLE = 120;

const OFFERED_STEPS: readonly OfferedStep[] = [
  {
    kind: 'done',
    verb: 'report',
    path: 'done',
    title: 'Report that it is done',
    button: 'Send the report',
    form: ReportAction,
  },
  {
    kind: 'accepted',
    verb: 'check',
    path: 'check',
    title: 'Check what was reported',
    button: 'Record the check',
    form: CheckAction,
  },
  {
    kind: 'reopened',
    verb: 'reopen',
    path: 'reopen',
    title: 'Open it again',
    button: 'Open it again',
    form: ReopenAction,
  },
];

function stepOf(actor: Actor, { id, reviewId, organisationId }: ActionDetail, kind: StepKind): ActionStep {
  return standIn(ActionStep, {
    actionId: id,
    reviewId,
    organisationId,
    kind,
    takenBy: actor.personId,
  });
}
