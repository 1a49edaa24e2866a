import { defineForm } from '../../web/form/form.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { longText, text } from '../../web/form/kinds/text.js';

/** What an organisation was called before, as an administrator adds it when no file says so. */
export const AddFormerName = defineForm({
  id: 'AddFormerName',
  fields: {
    name: text({
      label: 'What was it called?',
      called: 'The former name',
      hint: 'The whole name, as the source writes it.',
      max: 200,
    }),
    from: partialDate({
      label: 'From when?',
      called: 'The date from which it had this name',
      notSure: 'No source says from when',
    }),
    until: partialDate({
      label: 'Until when?',
      called: 'The date until which it had this name',
      notSure: 'No source says until when',
    }),
    source: longText({
      label: 'Where is this said?',
      called: 'The source',
      hint: 'The document with its title and date, such as an annual report or a notice, or its address on the web.',
      max: 1000,
    }),
  },
});
