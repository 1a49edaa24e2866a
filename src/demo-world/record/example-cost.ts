import { USE_FIGURES } from '../../spending/figures/use-figures.js';
import type { ExampleEntries } from './example-entries.js';

const SAID = {
  basis: 'PER_PERSON',
  baseline: 'Y0: the year in which people were selected because they used services most',
  source: 'A report to the board (fictional)',
};

const MONEY = { ...SAID, used: 'MONEY', priceBase: 'Prices of 2018/19' };

/** Money in four years, of which the last rests on few people; and section 136 with what one detention costs. */
const FIGURES = [
  { ...MONEY, year: 'Y-1', amount: 14_300, people: 23 },
  { ...MONEY, year: 'Y0', amount: 18_900, people: 23 },
  { ...MONEY, year: 'Y1', amount: 11_200, people: 14 },
  { ...MONEY, year: 'Y2', amount: 8700, people: 4 },
  {
    ...SAID,
    used: 'S136_ASSESSMENT',
    year: 'Y0',
    amount: 3.5,
    unitCost: '£510 for one detention in custody (fictional)',
  },
  {
    ...{ ...SAID, used: 'ED_ATTENDANCE', year: 'Y0', amount: 12, people: 23 },
    comparator: 'People of the next county with as many attendances (fictional)',
  },
];

/** What the fictional trust says of cost and use. */
export const EXAMPLE_COST: readonly ExampleEntries[] = [{ kind: USE_FIGURES, said: FIGURES }];
