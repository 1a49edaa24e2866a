import { mendable, type MendableKind } from '../evidence/mending/mendable.js';
import { AddInfluence } from './involvement/influence.form.js';
import { TellInvolvement } from './involvement/involvement.form.js';
import { influenceFrom, involvementFrom, paymentFrom } from './involvement/new-involvement.js';
import { AddParticipants } from './involvement/participants.form.js';
import { TellPayment } from './involvement/payment.form.js';
import { Influence } from './record/influence.entity.js';
import { InvolvementPayment } from './record/involvement-payment.entity.js';
import { Involvement } from './record/involvement.entity.js';
import { ParticipantGroup } from './record/participant-group.entity.js';

/** How a trust mends what it told of how people were involved: by the forms that record it. */
export const MENDABLE_PARTS_TOLD: readonly MendableKind[] = [
  mendable(Involvement, {
    form: TellInvolvement,
    withdrawable: true,
    asked: (activity) => ({ ...asked(activity), namedPeople: activity.namedPeople.join(', ') }),
    mend: (activity, values) => {
      Object.assign(activity, involvementFrom(values));
    },
  }),
  mendable(ParticipantGroup, {
    form: AddParticipants,
    withdrawable: true,
    asked,
    mend: (group, values) => {
      Object.assign(group, values);
    },
  }),
  mendable(InvolvementPayment, {
    form: TellPayment,
    withdrawable: true,
    asked,
    mend: (payment, values) => {
      Object.assign(payment, paymentFrom(values));
    },
  }),
  mendable(Influence, {
    form: AddInfluence,
    withdrawable: true,
    asked,
    mend: (influence, values) => {
      Object.assign(influence, influenceFrom(values));
    },
  }),
];

/** What stands there as a form shows it: nothing for what was left out. */
function asked(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== ''));
}
