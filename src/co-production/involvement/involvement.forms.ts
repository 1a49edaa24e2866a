import type { Choice } from '../../web/form/field.js';
import { defineForm } from '../../web/form/form.js';
import { checkboxes, radios } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { once } from '../../web/form/kinds/hidden.js';
import { number } from '../../web/form/kinds/number.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { ACCOUNT_FACTS, isAccountFact, STAGE_LABELS } from '../accounts/account-facts.js';
import { STAGES } from '../maturity/co-production-record.js';

/** Which stage something is about; shared by every form of co-production. */
export const stage = radios({
  label: 'Which stage is it about?',
  missing: 'Select the stage',
  choices: STAGES.map((value) => ({ value, label: STAGE_LABELS[value] })),
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
      choices: Object.entries(ACCOUNT_FACTS).flatMap(([value, label]) =>
        isAccountFact(value) ? [{ value, label }] : [],
      ),
    }),
    told: longText({ label: 'What happened at this stage?', called: 'What happened', max: 4000 }),
  },
});

/** One occasion on which people were involved. */
export const RecordInvolvement = defineForm({
  id: 'RecordInvolvement',
  fields: {
    stage,
    fromDay: date({ label: 'On which day was it, or did it begin?', called: 'The first day' }),
    toDay: date({ label: 'If it went on, when did it end?', called: 'The last day', optional: true }),
    question: longText({ label: 'What were people asked?', called: 'What people were asked', max: 2000 }),
    decisionOpen: yesNo({
      label: 'Was the decision still open when they were asked?',
      missing: 'Select whether the decision was still open',
    }),
    decidedOn: date({
      label: 'On which day was it decided?',
      called: 'The day of the decision',
      optional: true,
    }),
    method: text({
      label: 'How did it take place?',
      called: 'How it took place',
      hint: 'For example, a meeting or a survey.',
    }),
    ledBy: radios({
      label: 'Who led it?',
      missing: 'Select who led it',
      choices: [
        { value: 'service', label: 'The service' },
        { value: 'shared', label: 'The service and people with lived experience together' },
        { value: 'user_led', label: 'People with lived experience' },
      ],
    }),
    policePresent: radios({
      label: 'Were police in the room?',
      missing: 'Select whether police were in the room',
      choices: [
        { value: 'no', label: 'No' },
        { value: 'partly', label: 'For part of it' },
        { value: 'throughout', label: 'Throughout' },
      ],
    }),
    accessBudget: yesNo({
      label: 'Was there money for access needs?',
      hint: 'For example, interpreters, travel or personal assistants.',
      missing: 'Select whether there was money for access needs',
    }),
    namedPeople: text({
      label: 'Letters for people who took part in several activities',
      hint: 'Give each the same letter every time, such as A, B. Never a name.',
      called: 'The letters',
      optional: true,
      check: (typed) =>
        /^[A-Za-z](\s*,\s*[A-Za-z])*$/.test(typed.trim())
          ? undefined
          : 'Enter single letters with commas, such as A, B.',
    }),
    once: once(),
  },
  rules: ({ fromDay, toDay }) =>
    toDay !== undefined && toDay < fromDay
      ? [{ field: 'toDay', text: 'The last day must be the same as or after the first day.' }]
      : [],
});

const EXPERIENCES = [
  { value: 'been_on_sim', label: 'Having been on SIM or a scheme like it' },
  { value: 'pd_diagnosis', label: 'A personality disorder diagnosis' },
  { value: 'self_harm', label: 'Self-harm' },
  { value: 'suicidal_crisis', label: 'Suicidal crisis' },
  { value: 'police_contact_mh', label: 'Contact with police in a mental health crisis' },
  { value: 'carer', label: 'Caring for somebody' },
  { value: 'bereaved', label: 'Bereavement' },
  { value: 'racialised', label: 'Being racialised' },
  { value: 'lgbtq', label: 'Being LGBTQ+' },
  { value: 'disabled_other', label: 'Being disabled in another way' },
  { value: 'other_mh', label: 'Other mental health experience' },
] as const satisfies readonly Choice[];

/** People who took part together. */
export const AddParticipants = defineForm({
  id: 'AddParticipants',
  fields: {
    experience: checkboxes({
      label: 'What had they lived through?',
      hint: 'Only what they told themselves. Nothing here is tied to a name.',
      optional: true,
      choices: EXPERIENCES,
    }),
    count: radios({
      label: 'How many were they?',
      missing: 'Select how many they were',
      choices: [
        { value: '0', label: 'Nobody' },
        { value: '1-4', label: '1 to 4' },
        { value: '5-9', label: '5 to 9' },
        { value: '10+', label: '10 or more' },
      ],
    }),
    recruitedVia: radios({
      label: 'How were they found?',
      missing: 'Select how they were found',
      choices: [
        { value: 'open_call', label: 'An open call' },
        { value: 'user_led_group', label: 'A user-led group' },
        { value: 'service', label: 'The service' },
        { value: 'success_story', label: 'Chosen for a success story' },
        { value: 'not_known', label: 'I do not know' },
      ],
    }),
    countedAsLivedExperience: yesNo({
      label: 'Were they counted as the voice of lived experience?',
      missing: 'Select whether they were counted as the voice of lived experience',
    }),
    includesFounder: yesNo({
      label: 'Was the founder of the model, or somebody who sells it, among them?',
      missing: 'Select whether the founder was among them',
    }),
    role: text({
      label: 'What were they there as?',
      called: 'What they were there as',
      hint: 'For example, members or advisers.',
    }),
    vote: yesNo({ label: 'Did they have a vote?', missing: 'Select whether they had a vote' }),
  },
});

/** Whether and how people were paid. */
export const TellPayment = defineForm({
  id: 'TellPayment',
  fields: {
    outcome: radios({
      label: 'Were people paid?',
      missing: 'Select whether people were paid',
      choices: [
        { value: 'paid', label: 'Yes' },
        { value: 'declined', label: 'It was offered, and they chose not to be' },
        { value: 'not_due', label: 'No payment was due' },
        { value: 'unpaid', label: 'No, although it was due' },
      ],
    }),
    policy: text({ label: 'By which policy, and which version?', called: 'The policy', optional: true }),
    rate: text({
      label: 'At what rate?',
      called: 'The rate',
      hint: 'For example, £25 an hour.',
      optional: true,
    }),
    offeredToAll: yesNo({
      label: 'Was it offered to everybody?',
      missing: 'Select whether it was offered to everybody',
    }),
    paidWithinDays: number({
      label: 'How many days until the money came?',
      called: 'The days until the money came',
      max: 3650,
      optional: true,
    }),
    benefitsAdviceOffered: yesNo({
      label: 'Was advice on benefits offered?',
      missing: 'Select whether advice on benefits was offered',
    }),
  },
});

const hash = (words: string, called: string) =>
  text({
    label: words,
    called,
    hint: 'The SHA-256 fingerprint of the document, 64 letters and digits.',
    optional: true,
    check: (typed) =>
      /^[0-9a-fA-F]{64}$/.test(typed.trim()) ? undefined : `${called} must be 64 letters a to f and digits.`,
  });

/** A proposal and what became of it. */
export const AddInfluence = defineForm({
  id: 'AddInfluence',
  fields: {
    proposal: longText({ label: 'What was proposed?', called: 'What was proposed', max: 2000 }),
    proposedBy: text({
      label: 'Who proposed it?',
      called: 'Who proposed it',
      hint: 'A group, not a person’s name.',
    }),
    decision: radios({
      label: 'What was decided?',
      missing: 'Select what was decided',
      choices: [
        { value: 'accepted', label: 'Accepted' },
        { value: 'partly', label: 'Partly accepted' },
        { value: 'rejected', label: 'Rejected' },
      ],
    }),
    reason: longText({ label: 'Why?', called: 'The reason', max: 2000 }),
    answeredInWriting: yesNo({
      label: 'Was it answered in writing?',
      missing: 'Select whether it was answered in writing',
    }),
    artefact: text({ label: 'Which document changed?', called: 'The document', optional: true }),
    beforeHash: hash('Fingerprint of the document before', 'The fingerprint before'),
    afterHash: hash('Fingerprint of the document after', 'The fingerprint after'),
  },
});

/** That what is recorded is opened to everyone. */
export const PublishAccount = defineForm({ id: 'PublishCoProduction', fields: {} });
