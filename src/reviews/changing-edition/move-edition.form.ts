import { defineForm } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** Why a round is to move to another edition, for everyone to read. */
export const MoveEdition = defineForm({
  id: 'MoveEdition',
  fields: {
    reason: reasonText({
      label: 'Why does the round move?',
      called: 'The reason',
      max: 2000,
      rows: 5,
    }),
    version: version(),
  },
});
