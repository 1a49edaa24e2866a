import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { adding, addingOnce } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { PromisesQueries } from '../promises/promises.queries.js';
import { ActionStep, type StepKind } from './action-step.entity.js';
import { Action } from './action.entity.js';
import { ActionsQueries } from './actions.queries.js';
import { standIn } from '../../access/stand-in.js';

/** What a trust is to do after a result. */
export interface ActionToAdd {
  readonly reviewId: Uuid;
  readonly criterion?: string | undefined;
  readonly what: string;
  readonly ownerPost: string;
  readonly dueOn: CalendarDay;
  readonly evidenceNeeded: string;
  /** A random id of the sender; sent twice, it is the same action. */
  readonly once?: Uuid | undefined;
}

/** What somebody else found when they checked what was reported. */
export interface ReportCheck {
  readonly accepted: boolean;
  readonly reasons: string;
}

/** Sets actions after a result, and takes the reports about them and the checks of those reports. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly actions: ActionsQueries,
    private readonly promises: PromisesQueries,
    private readonly clock: Clock,
  ) {}

  /** Sets an action for the trust of a published review and returns its id; sent twice with one token, it is one action. */
  async addAction(actor: Actor, action: ActionToAdd): Promise<Uuid> {
    const promise = await this.promises.one(actor, action.reviewId);
    if (!promise) throw new NotFound();
    this.mustBeAbleToAdd(actor, promise.id);
    const addedOn = this.clock.today();
    if (action.dueOn <= addedOn)
      throw new Unprocessable([{ field: 'dueOn', text: 'The day by which it is due must be after today' }]);
    const record = made(Action, {
      id: action.once ?? newId(),
      reviewId: promise.id,
      organisationId: promise.organisationId,
      criterion: action.criterion ?? null,
      what: action.what,
      ownerPost: action.ownerPost,
      dueOn: action.dueOn,
      evidenceNeeded: action.evidenceNeeded,
      addedBy: personIdOf(actor),
      addedOn,
    });
    await this.ledger.perform(actor, addingOnce('add', Action, record, { about: promise.id, said: action }));
    return record.id;
  }

  /** Refuses whoever may not set actions after the review. @throws NotPermitted */
  mustBeAbleToAdd(actor: Actor, reviewId: Uuid): void {
    this.access.require(actor, 'add', standIn(Action, { reviewId, addedBy: actor.personId }));
  }

  /** The trust reports an action done, with its evidence in words; returns the id of the step. */
  reportDone(actor: Actor, actionId: Uuid, evidence: string): Promise<Uuid> {
    return this.step(actor, actionId, { verb: 'report', kind: 'done', text: evidence });
  }

  /** Somebody who did not report it accepts the report or not, with reasons; returns the id of the step. */
  checkDone(actor: Actor, actionId: Uuid, { accepted, reasons }: ReportCheck): Promise<Uuid> {
    const kind = accepted ? 'accepted' : 'not-accepted';
    return this.step(actor, actionId, { verb: 'check', kind, text: reasons });
  }

  /** Opens again what was done and checked, with reasons; returns the id of the step. */
  reopen(actor: Actor, actionId: Uuid, reasons: string): Promise<Uuid> {
    return this.step(actor, actionId, { verb: 'reopen', kind: 'reopened', text: reasons });
  }

  private async step(
    actor: Actor,
    actionId: Uuid,
    { verb, kind, text }: { readonly verb: string; readonly kind: StepKind; readonly text: string },
  ): Promise<Uuid> {
    const action = await this.actions.one(actor, actionId);
    if (!action) throw new NotFound();
    const step = made(ActionStep, {
      id: newId(),
      actionId,
      reviewId: action.reviewId,
      organisationId: action.organisationId,
      seq: (action.steps.at(-1)?.seq ?? 0) + 1,
      kind,
      text,
      takenBy: personIdOf(actor),
      takenOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding(verb, ActionStep, step));
    return step.id;
  }
}
