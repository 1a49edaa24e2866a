import { defineForm } from '../../web/form/form.js';
import { radios } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { postText, reasonText } from '../../web/form/kinds/reason.js';

/** What a trust is to do after a result. */
export const AddAction = defineForm({
  id: 'AddAction',
  fields: {
    once: once(),
    criterion: text({
      label: 'Criterion',
      hint: 'The code of the criterion it follows from, such as SIM-POL-01.',
      max: 20,
      width: 10,
      spellcheck: false,
      optional: true,
    }),
    what: longText({ label: 'What is to be done?', called: 'What is to be done', max: 2000, rows: 4 }),
    ownerPost: postText({
      label: 'Which post owns it?',
      hint: 'A post, such as “Medical director”, and not a person’s name.',
      called: 'The post',
      max: 200,
    }),
    dueOn: date({ label: 'When is it due?', called: 'The day it is due' }),
    evidenceNeeded: longText({
      label: 'What will show that it was done?',
      called: 'What will show that it was done',
      max: 2000,
      rows: 4,
    }),
  },
});

/** The trust's report that an action is done. */
export const ReportAction = defineForm({
  id: 'ReportAction',
  fields: {
    evidence: longText({
      label: 'What was done, and what shows it?',
      hint: 'Everyone can read this. Do not name anybody.',
      called: 'What was done',
      max: 4000,
      rows: 6,
    }),
  },
});

/** What somebody else found when they checked a report. */
export const CheckAction = defineForm({
  id: 'CheckAction',
  fields: {
    outcome: radios({
      label: 'Does the evidence show that it was done?',
      missing: 'Select whether the evidence shows that it was done',
      choices: [
        { value: 'accepted', label: 'Yes, it was done' },
        { value: 'not-accepted', label: 'No, not yet' },
      ],
    }),
    reasons: reasonText({
      label: 'Your reasons',
      hint: 'Everyone can read this. Do not name anybody.',
      max: 2000,
      rows: 4,
    }),
  },
});

/** Why an action that was done and checked is opened again. */
export const ReopenAction = defineForm({
  id: 'ReopenAction',
  fields: {
    reasons: reasonText({
      label: 'Why is it opened again?',
      hint: 'Everyone can read this. Do not name anybody.',
      called: 'The reason',
      max: 2000,
      rows: 4,
    }),
  },
});
