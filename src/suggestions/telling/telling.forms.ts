import { defineForm } from '../../web/form/form.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText, text } from '../../web/form/kinds/text.js';

/** What somebody tells of a scheme; nobody is asked who they are, or how they can be reached. */
export const TellOfScheme = defineForm({
  id: 'TellOfScheme',
  fields: {
    called: text({
      label: 'What is it called?',
      called: 'What it is called',
      hint: 'Any name that you know, or in a few words what it does.',
      max: 300,
      autocomplete: 'off',
    }),
    place: text({
      label: 'Where is it?',
      called: 'Where it is',
      hint: 'For example, a town, a county, a trust or a police force.',
      max: 300,
      autocomplete: 'off',
    }),
    howKnown: longText({
      label: 'How do you know?',
      called: 'How you know',
      hint: 'For example, the address of a page, a document, or that you saw it at work. Do not name patients or members of staff, and write nothing by which you could be recognised.',
      max: 4000,
    }),
    once: once(),
  },
});
