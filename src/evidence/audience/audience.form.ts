import { defineForm } from '../../web/form/form.js';
import { radios } from '../../web/form/kinds/choices.js';
import { version } from '../../web/form/kinds/hidden.js';
import { longText } from '../../web/form/kinds/text.js';
import { AUDIENCE_CHOICES, whyIsMissing } from '../documents/evidence.forms.js';

/** Who may read a document from now on, and why that changes. */
export const ChangeAudience = defineForm({
  id: 'ChangeAudience',
  fields: {
    audience: radios({ label: 'Who may read it?', called: 'Who may read it', choices: AUDIENCE_CHOICES }),
    whyNotEveryone: longText({
      label: 'Why not everyone?',
      called: 'Why not everyone',
      hint: 'Needed unless everyone may read it. Reviewers and auditors see this.',
      max: 1000,
      optional: true,
    }),
    reason: longText({
      label: 'Why do you change it?',
      called: 'Why it changes',
      hint: 'The log keeps it, so name nobody in it.',
      max: 1000,
    }),
    version: version(),
  },
  rules: whyIsMissing,
});
