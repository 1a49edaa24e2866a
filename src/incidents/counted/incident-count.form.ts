import { ROUNDED_HINT } from '../../deployments/entries/rounded-count.js';
import { isOutOfOrder } from '../../kernel/days/dates-fit.js';
import { defineForm } from '../../web/form/form.js';
import { choicesOf, dropDown, radios } from '../../web/form/kinds/choices.js';
import { number } from '../../web/form/kinds/number.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { INCIDENT_PROCESSES, INCIDENT_SORTS } from './incident-count.entity.js';

/** How often something happened in a period; never who. */
export const IncidentCountForm = defineForm({
  id: 'IncidentCount',
  fields: {
    sort: radios({
      label: 'What happened?',
      called: 'What happened',
      missing: 'Select what happened',
      choices: choicesOf(INCIDENT_SORTS),
    }),
    happened: number({
      label: 'How often?',
      called: 'How often it happened',
      hint: ROUNDED_HINT,
      max: 100_000,
    }),
    periodFrom: partialDate({
      label: 'Counted from when?',
      called: 'The beginning of the period',
      notSure: false,
    }),
    periodTo: partialDate({ label: 'Counted to when?', called: 'The end of the period', notSure: false }),
    process: dropDown({
      label: 'Which process looked at it?',
      called: 'The process',
      choices: choicesOf(INCIDENT_PROCESSES),
    }),
    reference: text({
      label: 'Which reference does its published report have?',
      called: 'The reference',
      hint: 'Needed for a report to prevent future deaths. Only of what is published.',
      optional: true,
    }),
    followed: longText({
      label: 'What followed from it?',
      called: 'What followed',
      hint: 'Never name anybody.',
      max: 2000,
      optional: true,
    }),
  },
  rules: ({ periodFrom, periodTo, process, reference }) => [
    ...(isOutOfOrder(periodFrom, periodTo)
      ? [{ field: 'periodTo', text: 'The end of the period must be the same as or after its beginning.' }]
      : []),
    ...(process === 'PREVENTION_OF_FUTURE_DEATHS' && reference === undefined
      ? [{ field: 'reference', text: 'Enter the reference of the published report.' }]
      : []),
  ],
});
