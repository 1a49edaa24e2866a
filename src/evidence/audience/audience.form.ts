import { defineForm } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';
import { WHO_MAY_READ, whyIsMissing } from '../documents/who-may-read.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** Who may read a document from now on, and why that changes. */
export const ChangeAudience = defineForm({
  id: 'ChangeAudience',
  fields: {
    ...WHO_MAY_READ,
    reason: reasonText({
      label: 'Why do you change it?',
      called: 'Why it changes',
      hint: 'The log keeps it, so name nobody in it.',
      max: 1000,
    }),
    version: version(),
  },
  rules: whyIsMissing,
});
