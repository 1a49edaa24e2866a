import { saysNothing } from '../../kernel/words/says-nothing.js';
import { defineForm } from '../../web/form/form.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText } from '../../web/form/kinds/text.js';

/** What somebody asks about a halt; nobody is asked who they are, or how they can be reached. */
export const AskAboutHalt = defineForm({
  id: 'AskAboutHalt',
  fields: {
    question: longText({
      label: 'What do you want to know about this halt?',
      called: 'Your question',
      missing: 'Enter your question',
      hint: 'For example, whether the work has stopped, who checked it, or what happens to people who were on the scheme.',
      max: 1000,
      check: (text, { label }) =>
        saysNothing(text, [label])
          ? 'This asks nothing. Write what you want to know in a sentence'
          : undefined,
    }),
    once: once(),
  },
});
