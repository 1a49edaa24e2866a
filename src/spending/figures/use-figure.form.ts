import { defineForm } from '../../web/form/form.js';
import { choicesOf, dropDown, radios } from '../../web/form/kinds/choices.js';
import { number } from '../../web/form/kinds/number.js';
import { text } from '../../web/form/kinds/text.js';
import { USE_BASES, USES } from './use-figure.entity.js';

/** What was used or spent in one year. */
export const UseFigureForm = defineForm({
  id: 'UseFigure',
  fields: {
    used: dropDown({ label: 'What was used?', called: 'What was used', choices: choicesOf(USES) }),
    basis: radios({
      label: 'Is the figure for one person or for all?',
      called: 'Whether it is for one person',
      missing: 'Select whether the figure is for one person or for all',
      choices: choicesOf(USE_BASES),
    }),
    year: text({
      label: 'In which year?',
      called: 'The year',
      hint: 'Counted from the year in which people joined the scheme: Y-1 is the year before, Y0 that year, Y1 the one after.',
      max: 4,
      check: (given) => (/^Y(-[1-9]|\d)$/.test(given) ? undefined : 'The year must be like Y-1, Y0 or Y1.'),
    }),
    amount: number({
      label: 'How much?',
      called: 'The figure',
      hint: 'Pounds where it is money.',
      decimals: 2,
      width: 10,
    }),
    people: number({
      label: 'On how many people does it rest?',
      called: 'The number of people',
      hint: 'Everyone reads it rounded. A figure that rests on 7 people or fewer is not published.',
      min: 1,
      max: 1_000_000,
      optional: true,
    }),
    baseline: text({
      label: 'With which year are the others compared, and what is that year?',
      called: 'The baseline',
      hint: 'For example, Y0: the year in which people were selected because they used services most.',
      max: 300,
    }),
    priceBase: text({
      label: 'In prices of which year?',
      called: 'The price base',
      hint: 'For money only.',
      optional: true,
    }),
    unitCost: text({
      label: 'What does one unit cost, and one unit of what?',
      called: 'The cost of a unit',
      hint: 'For example, £497 for one detention in custody. It is shown beside the figures and multiplied with nothing.',
      optional: true,
    }),
    comparator: text({
      label: 'With whom are these people compared?',
      called: 'The comparison group',
      hint: 'Others like them who were not on the scheme. Leave it empty if they are compared with nobody.',
      max: 300,
      optional: true,
    }),
    source: text({ label: 'From where is the figure?', called: 'The source', max: 300 }),
  },
  rules: ({ used, priceBase }) =>
    used === 'MONEY' && priceBase === undefined
      ? [
          {
            field: 'priceBase',
            text: 'Enter in prices of which year the money is given, or that it is not known.',
          },
        ]
      : [],
});
