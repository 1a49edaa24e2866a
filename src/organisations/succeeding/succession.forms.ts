import { defineForm } from '../../web/form/form.js';
import { once } from '../../web/form/kinds/hidden.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { text, longText } from '../../web/form/kinds/text.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** That another organisation took over from one, as an administrator records it with where it is said. */
export const RecordSuccession = defineForm({
  id: 'RecordSuccession',
  fields: {
    successor: text({
      label: 'Which organisation took over?',
      called: 'The organisation that took over',
      hint: 'Its ODS code, or its name as it stands in the register. If several took over, record each of them.',
      max: 200,
    }),
    tookPlace: partialDate({
      label: 'When?',
      called: 'The date',
      hint: 'A year is enough. For example, 10 2024',
      notSure: 'No source says when',
    }),
    source: longText({
      label: 'Where is this said?',
      called: 'The source',
      hint: 'The document with its title and date, such as an order or a notice, or its address on the web.',
      max: 1000,
    }),
    once: once(),
  },
});

/** Why a succession that was recorded is taken back. */
export const WithdrawSuccession = defineForm({
  id: 'WithdrawSuccession',
  fields: {
    reason: reasonText({
      label: 'Why was it wrong?',
      called: 'The reason',
      hint: 'Everyone reads it under “What was changed”, beside what was recorded. Name nobody in it.',
      max: 1000,
    }),
  },
});
