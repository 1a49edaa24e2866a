import { defineForm } from '../../web/form/form.js';
import { radios } from '../../web/form/kinds/choices.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { SUGGESTION_OUTCOME_CODES, SUGGESTION_OUTCOMES } from '../suggestion.entity.js';

/** What became of a suggestion, as its teller will read it. */
export const AnswerSuggestion = defineForm({
  id: 'AnswerSuggestion',
  fields: {
    outcome: radios({
      label: 'What became of it?',
      missing: 'Select what became of it',
      choices: SUGGESTION_OUTCOME_CODES.map((value) => ({ value, label: SUGGESTION_OUTCOMES[value] })),
    }),
    scheme: text({
      label: 'Which scheme of the register is it?',
      called: 'The scheme',
      hint: 'The last part of the address of its page, such as leicestershire. Needed unless it was not taken up.',
      max: 200,
      optional: true,
    }),
    answer: longText({
      label: 'What do you say to who told it?',
      called: 'What you say',
      hint: 'If it was not taken up, say why. Do not repeat what could show who told it.',
      max: 2000,
    }),
  },
});
