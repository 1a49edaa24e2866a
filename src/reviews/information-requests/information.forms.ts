import { mustSaySomething } from '../../web/form/must-say-something.js';
import { defineForm } from '../../web/form/form.js';
import { dropDown, radios } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { longText } from '../../web/form/kinds/text.js';
import { evidenceField } from '../criteria/score-fields.js';
import { INFORMATION_GIVEN } from './information-answer.entity.js';

/** What a reviewer asks of the trust. */
export const AskForInformation = defineForm({
  id: 'AskForInformation',
  fields: {
    criterion: dropDown({ label: 'Which criterion?', called: 'The criterion', choices: 'offered' }),
    asks: longText({
      label: 'What do you ask for?',
      called: 'What you ask for',
      hint: 'A document, a number, or what happened when. Do not say who you are or how you score: the other reviewers read it, and everyone does when the result is published.',
      max: 2000,
      rows: 5,
      check: mustSaySomething,
    }),
    dueOn: date({ label: 'By when?', called: 'The day' }),
  },
});

/** What the trust answers. */
export const AnswerInformation = defineForm({
  id: 'AnswerInformation',
  fields: {
    gives: radios({
      label: 'Can you give what is asked for?',
      choices: [
        { value: INFORMATION_GIVEN[0], label: 'Yes, here it is' },
        { value: INFORMATION_GIVEN[1], label: 'No, we do not hold it' },
        { value: INFORMATION_GIVEN[2], label: 'No, we refuse' },
      ],
    }),
    answer: longText({
      label: 'Your answer',
      hint: 'What it is, or why you do not give it. Do not name patients or members of staff.',
      max: 8000,
      check: mustSaySomething,
    }),
    evidenceIds: evidenceField,
  },
});
