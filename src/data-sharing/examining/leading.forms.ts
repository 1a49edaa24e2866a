import { defineForm } from '../../web/form/form.js';
import { mustSaySomething } from '../../web/form/must-say-something.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** A lead reviewer's view of one result that is not met. */
export const OverrideResult = defineForm({
  id: 'OverrideResult',
  fields: {
    rule: text({ label: 'Rule', max: 20 }),
    reason: reasonText({ label: 'Why should this result weigh otherwise?', called: 'Reason', max: 4000 }),
    evidence: longText({
      label: 'What does that rest on?',
      called: 'Evidence',
      hint: 'The document and where in it. This is published.',
      max: 2000,
    }),
  },
});

/** Why a submitted flow is judged again. */
export const JudgeAnew = defineForm({
  id: 'JudgeFlowAnew',
  fields: { label: text({ label: 'Why is it judged again?', called: 'Label', check: mustSaySomething }) },
});
