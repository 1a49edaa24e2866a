import { defineForm } from '../../web/form/form.js';
import { radios } from '../../web/form/kinds/choices.js';
import { version } from '../../web/form/kinds/hidden.js';
import { OFFENCE_HISTORIES, OFFENCE_HISTORY_CHOICES } from '../offence-history.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** What a trust says of the people on its scheme, all together; it asks nothing from which one of them could be known. */
export const DescribeCohort = defineForm({
  id: 'DescribeCohort',
  fields: {
    offenceHistory: radios({
      label: 'Do people come onto the scheme without any history of offences?',
      missing: 'Select whether people come onto the scheme without any history of offences',
      hint: 'A history of offences means convictions or cautions. Calls to 999, police logs and detention under section 136 of the Mental Health Act do not count.',
      choices: OFFENCE_HISTORIES.map((value) => ({ value, label: OFFENCE_HISTORY_CHOICES[value] })),
    }),
    reason: reasonText({
      label: 'Why do you answer otherwise now?',
      called: 'Why you answer otherwise now',
      hint: 'Everyone reads your reason beside what you said before.',
      max: 1000,
      optional: true,
    }),
    version: version(),
  },
});
