import { defineForm, type ValuesIn } from '../../web/form/form.js';
import { dropDown } from '../../web/form/kinds/choices.js';
import { knownDate, partialDate } from '../../web/form/kinds/partial-date.js';
import { longText } from '../../web/form/kinds/text.js';
import type { NewClaim } from './claim-by-trust.js';

/** A sentence of the trust's own about its scheme. */
export const AddClaim = defineForm({
  id: 'AddDeploymentClaim',
  fields: {
    topic: dropDown({
      label: 'What is it about?',
      missing: 'Select what it is about',
      choices: [
        { value: 'POSITION', label: 'What the trust says of the scheme' },
        { value: 'START', label: 'Its start' },
        { value: 'END', label: 'Its end' },
        { value: 'LINEAGE', label: 'What it came from, or what followed it' },
        { value: 'TEAM', label: 'The team' },
        { value: 'FUNDING', label: 'Who pays for it' },
        { value: 'SELECTION', label: 'How people are selected' },
        { value: 'ACTIVITY', label: 'How many people, and what was done' },
        { value: 'REVIEW', label: 'Reviews of it' },
      ],
    }),
    statement: longText({ label: 'What do you want to say?', called: 'What you want to say', max: 1000 }),
    dated: partialDate({
      label: 'When was that?',
      called: 'The date',
      missing: 'Enter the date, or say that you are not sure',
    }),
    contradicts: dropDown({
      label: 'Does it contradict something that is said here?',
      called: 'The claim it contradicts',
      hint: 'Both will stand side by side.',
      choices: 'offered',
      optional: true,
    }),
  },
});

/** What the form claims, as the service takes it. */
export function newClaimFrom({ dated, contradicts, ...said }: ValuesIn<typeof AddClaim>): NewClaim {
  return { ...said, dated: knownDate(dated), contradicts: contradicts === undefined ? [] : [contradicts] };
}
