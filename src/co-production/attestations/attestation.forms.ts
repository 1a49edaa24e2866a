import type { Uuid } from '../../kernel/identifiers.js';
import type { Choice } from '../../web/form/field.js';
import { defineForm, type ValuesIn } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { stage } from '../accounts/stage-account.forms.js';
import type { AttestationStatement } from '../maturity/co-production-record.js';
import type { AttestationAnswer, PaidBy } from '../record/attestation.entity.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** Asks a user-led group whether the account of a stage is true. */
export const AskGroup = defineForm({
  id: 'AskGroup',
  fields: {
    group: radios({ label: 'Which user-led group do you ask?', called: 'The group', choices: 'offered' }),
    stage,
    replyBy: date({
      label: 'By when do you ask them to answer?',
      called: 'The day to answer by',
      hint: 'A group needs at least 10 working days to ask its members. For example, 14 9 2026',
    }),
  },
});

const STATEMENT_LABELS: Readonly<Record<AttestationStatement, string>> = {
  agree: 'We agree',
  agree_with_reservations: 'We agree, with reservations',
  disagree: 'We disagree',
  decline: 'We decline to answer',
};

const PAYER_LABELS: Readonly<Record<PaidBy, string>> = {
  operator: 'The organisation that runs Candour',
  trust: 'The trust',
  nobody: 'Nobody',
};

const answer = {
  statement: radios({
    label: 'Is the trust’s account true?',
    missing: 'Select what your group says',
    choices: choicesOf(STATEMENT_LABELS),
  }),
  text: longText({
    label: 'What do you want to say?',
    called: 'What you want to say',
    hint: 'It is printed exactly as you write it. Nobody can edit it, and neither can you; you can withdraw it.',
    max: 5000,
  }),
  publishConsent: yesNo({
    label: 'May everyone read your answer?',
    hint: 'The trust and auditors can read it in any case.',
    missing: 'Select whether everyone may read your answer',
  }),
  userControlled: yesNo({
    label: 'Do people with lived experience have the majority in running your group?',
    missing: 'Select whether people with lived experience have the majority',
  }),
  funded: yesNo({
    label:
      'In the last three years, has your group had money from the trust, police, NHS England or an innovation network?',
    missing: 'Select whether your group has had such money',
  }),
  conflict: text({
    label: 'Any conflict of interest to declare',
    called: 'The conflict',
    max: 500,
    optional: true,
  }),
  paidBy: radios({
    label: 'Who pays your group for this work?',
    missing: 'Select who pays your group',
    choices: choicesOf(PAYER_LABELS),
  }),
};

/** A group answers what it was asked. */
export const Attest = defineForm({ id: 'Attest', fields: answer });

/** A group speaks without having been asked. */
export const AttestUnasked = defineForm({
  id: 'AttestUnasked',
  fields: {
    group: radios({ label: 'For which group do you speak?', called: 'The group', choices: 'offered' }),
    stage,
    ...answer,
  },
});

/** A group withdraws what it said. */
export const WithdrawAttestation = defineForm({
  id: 'WithdrawAttestation',
  fields: { reason: reasonText({ label: 'Why do you withdraw it?', called: 'The reason', max: 2000 }) },
});

/** What a group answers in the form, as its record keeps it; its text is not touched. */
export function answerFrom({ conflict, ...answer }: ValuesIn<typeof Attest>): AttestationAnswer {
  return { ...answer, conflict: conflict ?? null };
}

/** A group as one of the answers to choose from. */
export function groupChoice({ id, name }: { readonly id: Uuid; readonly name: string }): Choice {
  return { value: id, label: name };
}
