import { defineForm } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** That nobody is to read a document any more, and why. */
export const CloseDocument = defineForm({
  id: 'CloseDocument',
  fields: {
    reason: reasonText({
      label: 'Why must nobody read it any more?',
      called: 'Why nobody must read it any more',
      hint: 'For example: it shows who a patient is. Whoever could read the document sees this, so name nobody in it.',
      max: 1000,
    }),
    version: version(),
  },
});
