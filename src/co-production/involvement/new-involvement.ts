import type { Uuid } from '../../kernel/identifiers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { storedAnswers } from '../../web/form/stored-answers.js';
import type { GroupView, InfluenceView, InvolvementView, PaymentView } from '../co-production-view.js';
import type { AddInfluence } from './influence.form.js';
import type { RecordInvolvement, TellInvolvement } from './involvement.form.js';
import type { TellPayment } from './payment.form.js';

/** An activity as a trust records it, with as much of what belongs to it as is known at once. */
export interface NewInvolvement extends Omit<
  InvolvementView,
  'id' | 'published' | 'withdrawnOn' | 'withdrawnBecause' | 'groups' | 'payment' | 'influences'
> {
  /** A token of the sender's: sent twice, it is the same act. */
  readonly once?: Uuid | undefined;
  readonly groups?: readonly GroupView[] | undefined;
  readonly payment?: PaymentView | null | undefined;
  readonly influences?: readonly InfluenceView[] | undefined;
}

/** What the form says of an activity, as its record keeps it: each letter once. */
export function involvementFrom(
  values: ValuesIn<typeof RecordInvolvement | typeof TellInvolvement>,
): NewInvolvement {
  const letters = (values.namedPeople ?? '').split(',').map((letter) => letter.trim().toUpperCase());
  return {
    ...values,
    ...storedAnswers(values, ['toDay', 'decidedOn']),
    namedPeople: [...new Set(letters.filter(Boolean))],
  };
}

/** What the form says of payment, as its record keeps it. */
export function paymentFrom(values: ValuesIn<typeof TellPayment>): PaymentView {
  return { ...values, ...storedAnswers(values, ['policy', 'rate', 'paidWithinDays']) };
}

/** What the form says of a proposal, as its record keeps it: fingerprints in lower case. */
export function influenceFrom(values: ValuesIn<typeof AddInfluence>): InfluenceView {
  const { artefact, beforeHash, afterHash } = values;
  return {
    ...values,
    artefact: artefact ?? null,
    beforeHash: beforeHash?.trim().toLowerCase() ?? null,
    afterHash: afterHash?.trim().toLowerCase() ?? null,
  };
}
