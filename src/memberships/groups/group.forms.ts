import { defineForm } from '../../web/form/form.js';
import { email } from '../../web/form/kinds/email.js';
import { longText } from '../../web/form/kinds/text.js';
import { reasonText } from '../../web/form/kinds/reason.js';

const reason = reasonText({
  label: 'Why?',
  called: 'The reason',
  hint: 'For the other members of your group.',
  max: 500,
  rows: 3,
});

/** Somebody else who is to speak for a group. */
export const ProposeMember = defineForm({
  id: 'ProposeMember',
  fields: {
    address: email({
      label: 'The email address of their account',
      called: 'The email address of their account',
      hint: 'Whoever has no account needs one first. Whoever runs this service opens it when your group asks: their phone and post stand under Privacy.',
      autocomplete: 'off',
    }),
    reason,
  },
});

/** Why somebody is to stop speaking for a group. */
export const ProposeMemberEnd = defineForm({ id: 'ProposeMemberEnd', fields: { reason } });

/** Why a group is to end its voice here. */
export const ProposeGroupEnd = defineForm({ id: 'ProposeGroupEnd', fields: { reason } });

/** Whom a group named to be told. */
export const RecordContact = defineForm({
  id: 'RecordContact',
  fields: {
    address: email({
      label: 'Email address that the group gave',
      called: 'The email address that the group gave',
      autocomplete: 'off',
    }),
    givenHow: longText({
      label: 'How did the group give it?',
      called: 'How the group gave it',
      hint: 'So that others can check it: a letter and its date, a call and to which number, its page on the web.',
      max: 500,
      rows: 3,
    }),
  },
});
