import { defineForm, type FieldsOf } from '../../web/form/form.js';
import type { Choice } from '../../web/form/field.js';
import { checkboxes, radios } from '../../web/form/kinds/choices.js';
import { version } from '../../web/form/kinds/hidden.js';
import { longText } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import type { SignOffRole, SignOffDecision } from '../../legal-basis/record/safeguards/sign-off.js';
import { SCHEME_PARTS } from './sign-flow.form.js';
import { DECISIONS_OF } from '../flow/sign-off-choices.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** The form of one capacity; which of its questions are asked is said by `asked`. */
export type SignAsFields = FieldsOf<ReturnType<typeof signAs>>;

/**
 * What a person says when they sign on the page, in a capacity that is settled already. It offers only what that capacity
 * may say, and asks whether advice is followed once there is advice.
 */
export function signAs(capacity: SignOffRole, isAdvised: boolean) {
  const advises = capacity === 'DPO';
  return defineForm({
    id: 'SignAs',
    fields: {
      decision: radios({
        label: 'What do you decide?',
        called: 'Decision',
        missing: 'Select what you decide',
        choices: choicesOf(capacity),
      }),
      reasons: longText({
        label: advises ? 'Your advice' : 'Your reasons',
        hint: 'Your trust, reviewers and auditors read this. It is not published.',
      }),
      conditions: longText({
        label: 'Which conditions must be met?',
        called: 'Conditions',
        hint: 'Only if you approve with conditions.',
        optional: true,
      }),
      adviceFollowed: yesNo({
        label: 'Is the advice of the Data Protection Officer followed?',
        called: 'whether the advice is followed',
        optional: !asksOfAdvice(capacity, isAdvised),
      }),
      adviceNotFollowedReason: reasonText({
        label: 'Why is the advice not followed?',
        called: 'Why the advice is not followed',
        hint: 'Only if it is not followed.',
        optional: true,
      }),
      dissent: longText({
        label: 'Do you disagree with anything in this flow, or with how it was decided?',
        called: 'Dissent',
        hint: 'Everyone can read this word for word, with your post and without your name. Nobody can shorten it.',
        optional: true,
      }),
      schemeParts: checkboxes({
        label: 'Which other parts do you play in the scheme?',
        called: 'Other parts',
        hint: 'A rule asks whether the person who decides is independent of the scheme.',
        choices: SCHEME_PARTS,
        optional: true,
      }),
      version: version(),
    },
  });
}

/** The questions that are asked in a capacity, in the order of the form. */
export function questionsOf(capacity: SignOffRole, isAdvised: boolean): string[] {
  return [
    ...(capacity === 'DPO' ? [] : ['decision']),
    'reasons',
    ...(DECISIONS_OF[capacity].includes('APPROVED_WITH_CONDITIONS') ? ['conditions'] : []),
    ...(asksOfAdvice(capacity, isAdvised) ? ['adviceFollowed', 'adviceNotFollowedReason'] : []),
    ...['dissent', 'schemeParts'],
  ];
}

const IN_THE_FIRST_PERSON: Readonly<Record<SignOffDecision, string>> = {
  APPROVED: 'I approve it',
  APPROVED_WITH_CONDITIONS: 'I approve it with conditions',
  REFUSED: 'I refuse it',
  ACCEPTED_RISK: 'I accept the risk for the trust',
  ADVISED: 'I give advice',
  NOT_ASKED: 'I was not asked before the data were shared',
};

function choicesOf(capacity: SignOffRole): Choice<SignOffDecision>[] {
  return DECISIONS_OF[capacity].map((value) => ({ value, label: IN_THE_FIRST_PERSON[value] }));
}

/** Those who answer for the trust say whether advice is followed; a Guardian decides about confidentiality alone. */
function asksOfAdvice(capacity: SignOffRole, isAdvised: boolean): boolean {
  return isAdvised && (capacity === 'SIRO' || capacity === 'EXEC_APPROVER');
}
