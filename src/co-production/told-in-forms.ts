import type { ValuesIn } from '../web/form/form.js';
import type { Attest } from './attestation.forms.js';
import type { AttestationAnswer } from './attestation.entity.js';
import type { AddInfluence, AddParticipants, RecordInvolvement, TellPayment } from './co-production.forms.js';
import type { ToldGroup, ToldInfluence, ToldInvolvement, ToldPayment } from './told.js';

/** What the form says of an activity, as the service takes it. */
export function involvementIn(values: ValuesIn<typeof RecordInvolvement>): ToldInvolvement {
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
export function groupIn(values: ValuesIn<typeof AddParticipants>): ToldGroup {
  return values;
}

/** What the form says of payment, as the service takes it. */
export function paymentIn(values: ValuesIn<typeof TellPayment>): ToldPayment {
  const { policy, rate, paidWithinDays, ...told } = values;
  return { ...told, policy: policy ?? null, rate: rate ?? null, paidWithinDays: paidWithinDays ?? null };
}

/** What the form says of a proposal, as the service takes it. */
export function influenceIn(values: ValuesIn<typeof AddInfluence>): ToldInfluence {
  const { artefact, beforeHash, afterHash, ...told } = values;
  return {
    ...told,
    artefact: artefact ?? null,
    beforeHash: beforeHash?.trim().toLowerCase() ?? null,
    afterHash: afterHash?.trim().toLowerCase() ?? null,
  };
}

/** What a group answers in the form, as the service takes it; its text is not touched. */
export function answerIn(values: ValuesIn<typeof Attest>): AttestationAnswer {
  const { statement, text, publishConsent, userControlled, funded, conflict, paidBy } = values;
  return { statement, text, publishConsent, userControlled, funded, conflict: conflict ?? null, paidBy };
}
