import { ROLE_CODES, ROLES } from '../../identity/roles.js';
import { defineForm } from '../../web/form/form.js';
import { radios, dropDown } from '../../web/form/kinds/choices.js';
import { email } from '../../web/form/kinds/email.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** Somebody new. */
export const AddPerson = defineForm({
  id: 'AddPerson',
  fields: {
    name: text({ label: 'Full name', max: 120 }),
    email: email({ label: 'Email address', autocomplete: 'off' }),
  },
});

/** A role for somebody. */
export const GrantRole = defineForm({
  id: 'GrantRole',
  fields: {
    role: dropDown({
      label: 'Role',
      choices: ROLE_CODES.map((value) => ({
        value,
        label: ROLES[value].privileged
          ? `${ROLES[value].label} (takes two administrators)`
          : ROLES[value].label,
      })),
    }),
    organisation: text({
      label: 'Organisation',
      hint: 'Its ODS code, such as RT5, or its short name. Leave it empty for a role that is not of an organisation.',
      max: 60,
      width: 20,
      optional: true,
    }),
    reason: reasonText({
      label: 'Reason',
      hint: 'For the administrator who countersigns.',
      max: 500,
      rows: 3,
      optional: true,
    }),
  },
});

/** Opening an account at the console, where there is no second administrator. */
export const ReopenAccount = defineForm({
  id: 'ReopenAccount',
  fields: { reason: reasonText({ label: 'Reason', max: 500 }) },
});

/** Opening an account for somebody who lost their passphrase or their phone. */
export const AskForRecovery = defineForm({
  id: 'AskForWayBack',
  fields: {
    asks: radios({
      label: 'What have they lost?',
      choices: [
        { value: 'remove-generator', label: 'Their code generator and recovery codes' },
        { value: 'new-joining-code', label: 'Their passphrase' },
      ],
    }),
    reason: longText({
      label: 'How do you know that it is them who asks?',
      called: 'How you know that it is them',
      max: 500,
      rows: 3,
    }),
  },
});
