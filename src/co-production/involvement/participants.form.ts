import { defineForm } from '../../web/form/form.js';
import { checkboxes, choicesOf, radios } from '../../web/form/kinds/choices.js';
import { text } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import type { Experience, GroupFacts } from '../maturity/co-production-record.js';

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
