import { newId } from '../../kernel/identifiers.js';
import { defineForm } from '../../web/form/form.js';
import { dropDown } from '../../web/form/kinds/choices.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText } from '../../web/form/kinds/text.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** What an organisation says against an entry that comes from sources. */
export const CorrectEntry = defineForm({
  id: 'CorrectEntry',
  fields: {
    field: dropDown({
      label: 'What is wrong?',
      called: 'What is wrong',
      missing: 'Select what is wrong',
      choices: 'offered',
    }),
    said: longText({
      label: 'What should it say?',
      called: 'What it should say',
      hint: 'Everyone will read this beside what sources say. Do not name patients or members of staff.',
      max: 1000,
    }),
    reason: reasonText({
      label: 'Why?',
      called: 'Why',
      hint: 'Say how you know. Everyone will read this too.',
      max: 1000,
    }),
    once: once(newId),
  },
});
