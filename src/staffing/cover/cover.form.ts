import { defineForm } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { number } from '../../web/form/kinds/number.js';
import { text } from '../../web/form/kinds/text.js';
import { ABSENCES, ARRANGEMENTS } from './cover.entity.js';
import { postText } from '../../web/form/kinds/reason.js';

/** Who does the work when somebody cannot. */
export const CoverForm = defineForm({
  id: 'Cover',
  fields: {
    reason: radios({
      label: 'For which absence?',
      called: 'The absence',
      missing: 'Select for which absence',
      choices: choicesOf(ABSENCES),
    }),
    arrangement: radios({
      label: 'Who does the work then?',
      called: 'Who does the work',
      missing: 'Select who does the work then',
      choices: choicesOf(ARRANGEMENTS),
    }),
    coveredBy: postText({
      label: 'Which post or team covers?',
      called: 'The post or team that covers',
      hint: 'Needed if somebody does. Never a name.',
      optional: true,
    }),
    daysWithout: number({
      label: 'On how many days did nobody do the work?',
      called: 'The days without cover',
      max: 36_500,
      optional: true,
    }),
    period: text({
      label: 'Counted over which time?',
      called: 'The time',
      hint: 'For example, April 2019 to March 2020.',
      optional: true,
    }),
  },
  rules: ({ arrangement, coveredBy, daysWithout, period }) => [
    ...(arrangement.startsWith('ANOTHER') && coveredBy === undefined
      ? [{ field: 'coveredBy', text: 'Enter which post or team covers.' }]
      : []),
    ...(daysWithout !== undefined && period === undefined
      ? [{ field: 'period', text: 'Enter the time over which the days were counted.' }]
      : []),
  ],
});
