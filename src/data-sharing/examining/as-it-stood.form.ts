import { defineForm } from '../../web/form/form.js';
import { date } from '../../web/form/kinds/date.js';

/** On which day a reviewer looks at a record. */
export const AsItStood = defineForm({
  id: 'AsItStood',
  fields: {
    asAt: date({
      label: 'Show the record as it stood at the end of',
      called: 'The day',
      hint: 'For example, 14 9 2026',
    }),
  },
});
