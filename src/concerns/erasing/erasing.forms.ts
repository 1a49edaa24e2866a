import { defineForm } from '../../web/form/form.js';
import { text } from '../../web/form/kinds/text.js';
import { referenceFrom } from '../receipts/reference.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** Which concern the operator erases, and why. */
export const EraseConcern = defineForm({
  id: 'EraseConcern',
  fields: {
    reference: text({
      label: 'Reference',
      called: 'The reference',
      check: (typed) => (referenceFrom(typed) === null ? NO_REFERENCE : undefined),
    }),
    reason: reasonText({ label: 'Why?', called: 'The reason', max: 2000 }),
  },
});

const NO_REFERENCE = 'Give the reference as it stands on the receipt, such as CND-7K2M-XQ4T';
