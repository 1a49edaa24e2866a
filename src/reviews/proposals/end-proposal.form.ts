import { defineForm } from '../../web/form/form.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** Why a proposal is not to happen. */
export const EndProposal = defineForm({
  id: 'EndProposal',
  fields: {
    reason: reasonText({
      label: 'Why?',
      called: 'The reason',
      hint: 'Those who could have agreed and auditors read it.',
      max: 2000,
      rows: 5,
    }),
  },
});
