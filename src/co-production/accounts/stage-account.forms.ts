import { defineForm } from '../../web/form/form.js';
import { checkboxes, choicesOf, radios } from '../../web/form/kinds/choices.js';
import { longText } from '../../web/form/kinds/text.js';
import { ACCOUNT_FACT_LABELS, STAGE_LABELS } from '../record/stages-in-words.js';

/** Which stage something is about; shared by every form of co-production. */
export const stage = radios({
  label: 'Which stage is it about?',
  missing: 'Select the stage',
  choices: choicesOf(STAGE_LABELS),
});

/** A trust’s account of one stage. */
export const TellStage = defineForm({
  id: 'TellStage',
  fields: {
    stage,
    facts: checkboxes({
      label: 'What can be shown of this stage?',
      hint: 'Tick only what a record shows. What is not ticked counts as not shown.',
      optional: true,
      choices: choicesOf(ACCOUNT_FACT_LABELS),
    }),
    told: longText({ label: 'What happened at this stage?', called: 'What happened', max: 4000 }),
  },
});
