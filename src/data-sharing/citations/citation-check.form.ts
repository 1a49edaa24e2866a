import { defineForm } from '../../web/form/form.js';
import { date } from '../../web/form/kinds/date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';

/** What an administrator says of a reference that somebody verified. */
export const RecordCitationCheck = defineForm({
  id: 'RecordCitationCheck',
  fields: {
    checkedBy: text({
      label: 'Who checked it?',
      called: 'Who checked it',
      hint: 'Their post, such as “Solicitor of the trust”, not their name. Everyone can read it.',
      max: 120,
    }),
    checkedOn: date({ label: 'On which day?', called: 'The day it was checked' }),
    against: longText({
      label: 'Against what?',
      called: 'What it was checked against',
      hint: 'The document and where in it, such as “Data Protection Act 2018, section 35, as amended on 5 February 2026”.',
      max: 1000,
    }),
    holds: yesNo({ label: 'Does the reference hold?', called: 'Whether it holds' }),
    note: longText({
      label: 'What else should a reader know?',
      called: 'What else to know',
      max: 2000,
      optional: true,
    }),
  },
});
