import type { ValuesIn } from '../../web/form/form.js';
import type { Attest } from '../attestations/attestation.forms.js';
import type { AttestationAnswer } from '../attestations/attestation.entity.js';
import type { AddInfluence, AddParticipants, RecordInvolvement, TellPayment } from './involvement.forms.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { GroupView, InfluenceView, InvolvementView, PaymentView } from '../co-production-view.js';

/** What the form says of an activity, as the service takes it. */
export function involvementFrom(values: ValuesIn<typeof RecordInvolvement>): NewInvolvement {
  const { namedPeople, toDay, decidedOn, ...told } = values;
  const letters = (namedPeople ?? '').split(',').map((letter) => letter.trim().toUpperCase());
  return {
    ...told,
    toDay: toDay ?? null,
    decidedOn: decidedOn ?? null,
    namedPeople: [...new Set(letters.filter(Boolean))],
  };
}

/** What the form says of people who took part, as the service takes it. */
export function groupFrom(values: ValuesIn<typeof AddParticipants>): NewParticipantGroup {
  return values;
}

/** What the form says of payment, as the service takes it. */
export function paymentFrom(values: ValuesIn<typeof TellPayment>): NewPayment {
  const { policy, rate, paidWithinDays, ...told } = values;
  return { ...told, policy: policy ?? null, rate: rate ?? null, paidWithinDays: paidWithinDays ?? null };
}

/** What the form says of a proposal, as the service takes it. */
export function influenceFrom(values: ValuesIn<typeof AddInfluence>): NewInfluence {
  const { artefact, beforeHash, afterHash, ...told } = values;
  return {
    ...told,
    artefact: artefact ?? null,
    beforeHash: beforeHash?.trim().toLowerCase() ?? null,
    afterHash: afterHash?.trim().toLowerCase() ?? null,
  };
}

/** What a group answers in the form, as the service takes it; its text is not touched. */
export function answerFrom(values: ValuesIn<typeof Attest>): AttestationAnswer {
  const { statement, text, publishConsent, userControlled, funded, conflict, paidBy } = values;
  return { statement, text, publishConsent, userControlled, funded, conflict: conflict ?? null, paidBy };
}

/** People who took part, as a trust tells it. */
export type NewParticipantGroup = GroupView;

/** Payment for an activity, as a trust tells it. */
export type NewPayment = PaymentView;

/** A proposal and what became of it, as a trust tells it. */
export type NewInfluence = InfluenceView;

/** An activity as a trust tells it, with as much of what belongs to it as is told at once. */
export interface NewInvolvement extends Omit<
  InvolvementView,
  'id' | 'published' | 'groups' | 'payment' | 'influences'
> {
  /** A token of the sender's: sent twice, it is the same act. */
  readonly once?: Uuid | undefined;
  readonly groups?: readonly NewParticipantGroup[] | undefined;
  readonly payment?: NewPayment | null | undefined;
  readonly influences?: readonly NewInfluence[] | undefined;
}
