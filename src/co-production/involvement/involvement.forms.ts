import { defineForm } from '../../web/form/form.js';
import { checkboxes, choicesOf, radios } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { once } from '../../web/form/kinds/hidden.js';
import { number } from '../../web/form/kinds/number.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { stage } from '../accounts/stage-account.forms.js';
import type { ActivityFacts, Experience, GroupFacts, InfluenceFacts } from '../maturity/co-production-record.js';
import type { LedBy } from '../record/involvement.entity.js';

const LEADER_LABELS: Readonly<Record<LedBy, string>> = {
  service: 'The service',
  shared: 'The service and people with lived experience together',
  user_led: 'People with lived experience',
};

const POLICE_LABELS: Readonly<Record<ActivityFacts['policePresent'], string>> = {
  no: 'No',
  partly: 'For part of it',
  throughout: 'Throughout',
};

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
      choices: choicesOf(LEADER_LABELS),
    }),
    policePresent: radios({
      label: 'Were police in the room?',
      missing: 'Select whether police were in the room',
      choices: choicesOf(POLICE_LABELS),
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

const EXPERIENCE_LABELS: Readonly<Record<Experience, string>> = {
  been_on_sim: 'Having been on SIM or a scheme like it',
  pd_diagnosis: 'A personality disorder diagnosis',
  self_harm: 'Self-harm',
  suicidal_crisis: 'Suicidal crisis',
  police_contact_mh: 'Contact with police in a mental health crisis',
  carer: 'Caring for somebody',
  bereaved: 'Bereavement',
  racialised: 'Being racialised',
  lgbtq: 'Being LGBTQ+',
  disabled_other: 'Being disabled in another way',
  other_mh: 'Other mental health experience',
};

const SIZE_LABELS: Readonly<Record<GroupFacts['count'], string>> = {
  '0': 'Nobody',
  '1-4': '1 to 4',
  '5-9': '5 to 9',
  '10+': '10 or more',
};

const RECRUITMENT_LABELS: Readonly<Record<GroupFacts['recruitedVia'], string>> = {
  open_call: 'An open call',
  user_led_group: 'A user-led group',
  service: 'The service',
  success_story: 'Chosen for a success story',
  not_known: 'I do not know',
};

/** People who took part together. */
export const AddParticipants = defineForm({
  id: 'AddParticipants',
  fields: {
    experience: checkboxes({
      label: 'What had they lived through?',
      hint: 'Only what they told themselves. Nothing here is tied to a name.',
      optional: true,
      choices: choicesOf(EXPERIENCE_LABELS),
    }),
    count: radios({
      label: 'How many were they?',
      missing: 'Select how many they were',
      choices: choicesOf(SIZE_LABELS),
    }),
    recruitedVia: radios({
      label: 'How were they found?',
      missing: 'Select how they were found',
      choices: choicesOf(RECRUITMENT_LABELS),
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

const PAYMENT_LABELS: Readonly<Record<ActivityFacts['payment'], string>> = {
  paid: 'Yes',
  declined: 'It was offered, and they chose not to be',
  not_due: 'No payment was due',
  unpaid: 'No, although it was due',
};

/** Whether and how people were paid. */
export const TellPayment = defineForm({
  id: 'TellPayment',
  fields: {
    outcome: radios({
      label: 'Were people paid?',
      missing: 'Select whether people were paid',
      choices: choicesOf(PAYMENT_LABELS),
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

const DECISION_LABELS: Readonly<Record<InfluenceFacts['decision'], string>> = {
  accepted: 'Accepted',
  partly: 'Partly accepted',
  rejected: 'Rejected',
};

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
      choices: choicesOf(DECISION_LABELS),
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
