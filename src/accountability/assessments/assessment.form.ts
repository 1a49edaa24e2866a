import { defineForm } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { ASSESSMENT_SORTS, CONSIDERED } from './assessment.entity.js';

/** An assessment or approval of a scheme. */
export const AssessmentForm = defineForm({
  id: 'Assessment',
  fields: {
    sort: radios({
      label: 'What was assessed?',
      called: 'What was assessed',
      missing: 'Select what was assessed',
      choices: choicesOf(ASSESSMENT_SORTS),
    }),
    body: text({ label: 'Which body made it?', called: 'The body' }),
    done: partialDate({
      label: 'When was it finished?',
      called: 'The date on which it was finished',
      notSure: false,
    }),
    considered: radios({
      label: 'Did whoever decided have it before them?',
      called: 'Whether it was considered',
      missing: 'Select whether it was before whoever decided',
      choices: choicesOf(CONSIDERED),
    }),
    outcome: longText({ label: 'What did it come to?', called: 'What it came to', max: 2000 }),
    address: text({
      label: 'Where is it published?',
      called: 'The address',
      hint: 'An address that begins with https://.',
      optional: true,
      check: (typed) =>
        /^https:\/\/\S+$/.test(typed.trim()) ? undefined : 'The address must begin with https://.',
    }),
  },
});
