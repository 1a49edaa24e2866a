import { defineForm, type ValuesIn } from '../../web/form/form.js';
import { checkboxes } from '../../web/form/kinds/choices.js';
import { mustSaySomething } from '../../web/form/must-say-something.js';
import { longText, text } from '../../web/form/kinds/text.js';
import type { ResultToPrepare } from './preparing.service.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** What a lead reviewer decides when preparing a result. */
export const PrepareResult = defineForm({
  id: 'PrepareResult',
  fields: {
    publishedAnywayBecause: reasonText({
      label: 'If the reviewers agreed too little: why is it to be published all the same?',
      hint: 'Needed where their agreement, from the scores as they were locked, is below the least of the edition’s method (0.667 where it says no other). Everyone will read it, and the second person stands behind it too.',
      called: 'The reason',
      max: 2000,
      rows: 4,
      optional: true,
    }),
    withheld: longText({
      label: 'Words to withhold',
      hint: 'Names and other words that identify a person, one on each line. Each is shown as [withheld] wherever it stands.',
      called: 'The words to withhold',
      max: 5000,
      rows: 4,
      optional: true,
    }),
    withheldBecause: text({
      label: 'Why are words withheld?',
      hint: 'Readers see this reason. Do not name anybody in it.',
      called: 'The reason for withholding words',
      check: mustSaySomething,
      max: 300,
      optional: true,
    }),
  },
  rules: (values) =>
    values.withheld !== undefined && values.withheldBecause === undefined
      ? [{ field: 'withheldBecause', text: 'Enter why words are withheld, as readers will see it' }]
      : [],
});

/** What the second person confirms before a result is published. */
export const ReleaseResult = defineForm({
  id: 'ReleaseResult',
  fields: {
    looked: checkboxes({
      label: 'What you have looked at',
      choices: [
        { value: 'yes', label: 'I have looked at every place that was found, and each may be published' },
      ],
      optional: true,
    }),
  },
});

/** What a lead reviewer decided in the form, with one phrase for each line that is not empty. */
export function resultToPrepare(values: ValuesIn<typeof PrepareResult>): ResultToPrepare {
  const lines = (values.withheld ?? '').split(/\r\n?|\n/u).map((line) => line.trim());
  return {
    publishedAnywayBecause: values.publishedAnywayBecause,
    withheld: lines.filter((line) => line !== ''),
    withheldBecause: values.withheldBecause,
  };
}
