import { mustSaySomething } from '../../web/form/must-say-something.js';
import { defineForm } from '../../web/form/form.js';
import { choicesOf, dropDown, radios } from '../../web/form/kinds/choices.js';
import { longText } from '../../web/form/kinds/text.js';
import { ERASED_BECAUSE, NOT_PUT_UP, QUESTION_OUTCOMES } from '../public-question.entity.js';

const LABELS = { PUT_UP: 'Put it up: everybody reads it as it was asked', ...NOT_PUT_UP };

/** What becomes of a question; nobody has a hand in its words. */
export const ReadQuestion = defineForm({
  id: 'ReadQuestion',
  fields: {
    outcome: radios({
      label: 'What becomes of it?',
      missing: 'Select what becomes of it',
      choices: QUESTION_OUTCOMES.map((value) => ({ value, label: LABELS[value] })),
    }),
    repeats: dropDown({
      label: 'Which question does it repeat?',
      called: 'The question that it repeats',
      hint: 'Only where it repeats one that stands. Whoever asked is led there.',
      choices: 'offered',
      optional: true,
    }),
    toAsker: longText({
      label: 'If you do not put it up, what do you say to whoever asked?',
      called: 'What you say',
      hint: 'Say what they could ask instead. Everybody sees that a question was not put up, and for which of these reasons; only whoever asked reads this.',
      max: 2000,
      rows: 4,
      optional: true,
      check: mustSaySomething,
    }),
  },
});

/** Why words that everybody reads are taken away. */
export const EraseQuestion = defineForm({
  id: 'EraseQuestion',
  fields: {
    because: radios({
      label: 'Why are its words taken away?',
      missing: 'Select why its words are taken away',
      hint: 'That a question stood here stays, with this reason and the day.',
      choices: choicesOf(ERASED_BECAUSE),
    }),
  },
});
