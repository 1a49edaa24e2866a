import { defineForm, type Fields, type Form, type ValuesIn } from '../../web/form/form.js';
import { radios, dropDown } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { LIFE_CYCLE_LABELS, LIFE_CYCLE_STATES, type LifeCycleState } from '../life-cycle-state.js';
import { FIRST_DAY_OF_ORDERS } from './steps/halt.entity.js';
import {
  COUNT_BANDS,
  COUNT_BAND_WORDS,
  DONE_ANSWERS,
  DONE_ANSWER_WORDS,
  type StepInput,
} from './steps/step-answers.js';
import { reasonText } from '../../web/form/kinds/reason.js';

const happened = partialDate({ label: 'When did this happen?', called: 'When it happened', notSure: false });
const reason = reasonText({
  label: 'Why?',
  called: 'The reason',
  hint: 'Everyone will be able to read this. Do not name patients or members of staff.',
  max: 2000,
});
const arrangement = {
  label: 'What was arranged for the people on the caseload?',
  called: 'What was arranged',
  max: 2000,
} as const;
const orderedBy = {
  label: 'Who ordered it?',
  called: 'Who ordered it',
  hint: 'The post or the body, not the name of a person.',
  max: 160,
} as const;
const orderedOn = { label: 'Date of the order', earliest: FIRST_DAY_OF_ORDERS } as const;
const effectiveOn = { label: 'From which day does it hold?', called: 'The day from which it holds' } as const;
const openCases = {
  label: 'How many cases are open?',
  missing: 'Select how many cases are open',
  hint: 'A band is enough, so that nobody can be found by it.',
  choices: COUNT_BANDS.map((value) => ({ value, label: COUNT_BAND_WORDS[value] })),
} as const;
const everyCaseHasPlan = { label: 'Does each open case have a plan?' } as const;

const DONE = DONE_ANSWERS.map((value) => ({ value, label: DONE_ANSWER_WORDS[value] }));
const markersWithdrawn = {
  label: 'Are markers and plans withdrawn from every system?',
  choices: DONE,
} as const;
const peopleInformed = { label: 'Are the people concerned informed?', choices: DONE } as const;
const flowsCeased = { label: 'Has every data flow ceased?', choices: DONE } as const;
const vendorDataReturned = { label: 'Has any supplier returned the data it held?', choices: DONE } as const;

/** A step of the life cycle for the API: what the step needs is asked by its rules. */
export const RecordStep = defineForm({
  id: 'RecordStep',
  fields: {
    to: dropDown({
      label: 'Which state does it enter?',
      choices: LIFE_CYCLE_STATES.map((value) => ({ value, label: LIFE_CYCLE_LABELS[value] })),
    }),
    happened,
    reason,
    arrangement: longText({ ...arrangement, optional: true }),
    orderedBy: text({ ...orderedBy, optional: true }),
    orderedOn: date({ ...orderedOn, optional: true }),
    effectiveOn: date({ ...effectiveOn, optional: true }),
    openCases: radios({ ...openCases, optional: true }),
    everyCaseHasPlan: yesNo({ ...everyCaseHasPlan, optional: true }),
    markersWithdrawn: radios({ ...markersWithdrawn, optional: true }),
    peopleInformed: radios({ ...peopleInformed, optional: true }),
    flowsCeased: radios({ ...flowsCeased, optional: true }),
    vendorDataReturned: radios({ ...vendorDataReturned, optional: true }),
  },
});

/** What the form says of a step, as the service takes it. */
export function stepFrom({ to, happened, reason, ...answers }: ValuesIn<typeof RecordStep>): StepInput {
  return { to, happened, reason, answers };
}

/** Which state comes next. */
export const ChooseStep = defineForm({
  id: 'ChooseStep',
  fields: { to: radios({ label: 'What happened to the scheme?', choices: 'offered' }) },
});

/** The page of a step that needs no more than its date and its reason. */
export const PLAIN_STEP = stepForm('Step', {});

/** The page of each step that needs more. */
export const STEP_FORMS: Readonly<Partial<Record<LifeCycleState, Form>>> = {
  PAUSED: stepForm('Pause', { arrangement: longText(arrangement) }),
  HALT_ORDERED: stepForm('OrderHalt', {
    orderedBy: text(orderedBy),
    orderedOn: date(orderedOn),
    effectiveOn: date(effectiveOn),
  }),
  STEPPING_DOWN: stepForm('StepDown', {
    openCases: radios(openCases),
    everyCaseHasPlan: yesNo({ ...everyCaseHasPlan, optional: true }),
  }),
  CLOSED: stepForm('Close', {
    markersWithdrawn: radios(markersWithdrawn),
    peopleInformed: radios(peopleInformed),
    flowsCeased: radios(flowsCeased),
    vendorDataReturned: radios(vendorDataReturned),
  }),
};

function stepForm(id: string, needed: Fields): Form {
  return defineForm<Fields>({ id, fields: { happened, reason, ...needed } });
}
