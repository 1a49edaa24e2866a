import { saysNothing } from '../../kernel/words/says-nothing.js';
import { defineForm } from '../../web/form/form.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText } from '../../web/form/kinds/text.js';

/** What the trust, or whoever ordered the halt, answers in public. */
export const AnswerQuestion = defineForm({
  id: 'AnswerQuestion',
  fields: {
    answer: longText({
      label: 'What do you answer?',
      called: 'Your answer',
      missing: 'Enter your answer',
      hint: 'Everybody reads it. Name no patient.',
      max: 4000,
      check: (text, { label }) =>
        saysNothing(text, [label]) ? 'This answers nothing. Write it in a sentence' : undefined,
    }),
    once: once(),
  },
});
