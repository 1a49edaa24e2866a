import { defineForm } from '../../web/form/form.js';
import { radios, dropDown } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { text } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { OUTCOME_CODES, OUTCOMES, REFERRAL_STEP_CODES, REFERRAL_STEPS } from '../clocks/referral-step.js';
import { COMPLAINT_CLASS_CODES, COMPLAINT_CLASSES } from '../clocks/complaint-class.js';
import { COMPLAINT_ROUTE_CODES, COMPLAINT_ROUTES } from '../routes/complaint-route.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** What is passed on, as what, and where to. */
export const Refer = defineForm({
  id: 'ReferConcern',
  fields: {
    classCode: dropDown({
      label: 'What is it?',
      missing: 'Select what it is',
      choices: COMPLAINT_CLASS_CODES.map((value) => ({ value, label: COMPLAINT_CLASSES[value].label })),
    }),
    route: dropDown({
      label: 'Where does it go?',
      missing: 'Select where it goes',
      choices: COMPLAINT_ROUTE_CODES.map((value) => ({ value, label: COMPLAINT_ROUTES[value].label })),
    }),
    receivingBody: text({
      label: 'Which body or office receives it?',
      called: 'The body that receives it',
      hint: 'An office or a post, never a person’s name.',
    }),
    personAsked: yesNo({ label: 'Did the person ask for this?', missing: 'Select yes or no' }),
    withoutConsentBecause: reasonText({
      label: 'If it goes on without consent: who decided, why, and was the person told?',
      called: 'The reason',
      hint: 'Only for safeguarding.',
      optional: true,
      max: 2_000,
    }),
  },
});

/** What became of it. */
export const NoteStep = defineForm({
  id: 'NoteReferralStep',
  fields: {
    step: radios({
      label: 'What happened?',
      missing: 'Select what happened',
      choices: REFERRAL_STEP_CODES.map((value) => ({ value, label: REFERRAL_STEPS[value] })),
    }),
    day: date({ label: 'When did it happen?', called: 'The day it happened' }),
    until: date({
      label: 'Until when was a longer time agreed?',
      called: 'The day until when',
      optional: true,
    }),
    outcome: dropDown({
      label: 'What did the body find?',
      optional: true,
      choices: OUTCOME_CODES.map((value) => ({ value, label: OUTCOMES[value] })),
    }),
  },
  rules: ({ step, until, outcome }) => [
    ...(step === 'extended' && until === undefined
      ? [{ field: 'until', text: 'Enter until when a longer time was agreed' }]
      : []),
    ...(step !== 'extended' && until !== undefined
      ? [{ field: 'until', text: 'Leave this empty unless a longer time was agreed' }]
      : []),
    ...(step !== 'answered' && outcome !== undefined
      ? [{ field: 'outcome', text: 'Leave this unless the body answered' }]
      : []),
  ],
});
