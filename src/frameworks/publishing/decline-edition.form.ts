import { defineForm } from '../../web/form/form.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** Why a proposed edition is not to be published. */
export const DeclineEdition = defineForm({
  id: 'DeclineEdition',
  fields: {
    reason: reasonText({
      label: 'Why should it not be published?',
      called: 'The reason',
      hint: 'Administrators and auditors read it.',
      max: 2000,
      rows: 5,
    }),
  },
});
