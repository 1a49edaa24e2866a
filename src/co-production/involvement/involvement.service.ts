import { Injectable } from '@nestjs/common';
import { STANDS } from '../../evidence/mending/standing.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { isToCome } from '../../kernel/days/dates-fit.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, Unprocessable, type Issue } from '../../kernel/refusal.js';
import { adding, addingOnce, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { GroupView, InfluenceView, PaymentView } from '../co-production-view.js';
import { deploymentOfInvolvement } from '../co-production.queries.js';
import { ownershipOf } from '../own-co-production.js';
import { Influence } from '../record/influence.entity.js';
import { InvolvementPayment } from '../record/involvement-payment.entity.js';
import { Involvement } from '../record/involvement.entity.js';
import { ParticipantGroup } from '../record/participant-group.entity.js';
import type { PartOwnership } from '../record/part-of-co-production.entity.js';
import type { NewInvolvement } from './new-involvement.js';

/** What a trust records of how people were involved in its scheme; one method per act. */
@Injectable()
export class InvolvementService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** A trust records an activity, with whoever took part, payment and proposals as far as they are known with it. */
  async record(actor: Actor, deploymentId: Uuid, involvement: NewInvolvement): Promise<Uuid> {
    const { once, groups = [], payment, influences = [], ...activity } = involvement;
    const faults = daysToCome(activity, this.clock.today());
    if (faults.length > 0) throw new Unprocessable(faults);
    const id = once ?? newId();
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const ownership = await ownershipOf(look, deploymentId);
      const told = made(Involvement, { ...STANDS, ...activity, ...ownership, id });
      await perform(
        addingOnce('tell', Involvement, told, { about: deploymentId, said: involvement }),
        ...groups.map((group) => addingGroup(group, newPart(ownership, id))),
        ...(payment ? [addingPayment(payment, newPart(ownership, id))] : []),
        ...influences.map((influence) => addingInfluence(influence, newPart(ownership, id))),
      );
      return id;
    });
  }

  /** A trust adds people who took part. */
  async addGroup(actor: Actor, involvementId: Uuid, group: GroupView): Promise<Uuid> {
    return this.addPart(actor, involvementId, (part) => addingGroup(group, part));
  }

  /** A trust records whether people were paid, once for an activity. */
  async recordPayment(actor: Actor, involvementId: Uuid, payment: PaymentView): Promise<Uuid> {
    return this.addPart(actor, involvementId, (part) => addingPayment(payment, part));
  }

  /** A trust adds a proposal and what became of it. */
  async addInfluence(actor: Actor, involvementId: Uuid, influence: InfluenceView): Promise<Uuid> {
    return this.addPart(actor, involvementId, (part) => addingInfluence(influence, part));
  }

  private async addPart(actor: Actor, involvementId: Uuid, adding: (part: NewPart) => Act): Promise<Uuid> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const [involvement] = await look(deploymentOfInvolvement(involvementId));
      if (!involvement) throw new NotFound();
      const part = newPart(await ownershipOf(look, involvement.deploymentId), involvementId);
      await perform(adding(part));
      return part.id;
    });
  }
}

/** What people were involved in has happened: its days are today or in the past. */
function daysToCome(
  activity: Pick<NewInvolvement, 'fromDay' | 'toDay' | 'decidedOn'>,
  today: CalendarDay,
): Issue[] {
  const days = Object.entries({
    fromDay: activity.fromDay,
    toDay: activity.toDay,
    decidedOn: activity.decidedOn,
  });
  return days
    .filter(([, day]) => isToCome(day, today))
    .map(([field]) => ({ field, text: 'This happened, so the day must be today or in the past' }));
}

interface NewPart extends PartOwnership {
  readonly id: Uuid;
  readonly involvementId: Uuid;
}

function newPart(ownership: PartOwnership, involvementId: Uuid): NewPart {
  return { ...ownership, id: newId(), involvementId };
}

function addingGroup(group: GroupView, part: NewPart): Act {
  return adding('tell', ParticipantGroup, made(ParticipantGroup, { ...STANDS, ...group, ...part }));
}

function addingPayment(payment: PaymentView, part: NewPart): Act {
  return adding('tell', InvolvementPayment, made(InvolvementPayment, { ...STANDS, ...payment, ...part }));
}

function addingInfluence(influence: InfluenceView, part: NewPart): Act {
  return adding('tell', Influence, made(Influence, { ...STANDS, ...influence, ...part }));
}
