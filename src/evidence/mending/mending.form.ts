import { defineForm } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** Why an entry should not stand any more. */
export const WithdrawEntry = defineForm({
  id: 'WithdrawEntry',
  fields: {
    reason: reasonText({
      label: 'Why should it not stand any more?',
      called: 'Why it should not stand',
      hint: 'It stays listed as withdrawn, with your reason. Do not name patients or members of staff.',
      max: 1000,
    }),
    version: version(),
  },
});
