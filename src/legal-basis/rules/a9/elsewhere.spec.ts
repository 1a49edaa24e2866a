import {
  condition,
  linked,
  members,
  para10,
  para18,
  part3,
  research,
} from '../../../../test/support/data-sharing/article-9-facts.js';
import { furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { article9Rules } from './article-9-rules.js';

const relying: [rule: string, changes: Row[3]][] = [
  ['R-A9-02', {}],
  ['R-A9-03', {}],
  ['R-A9-04', para18],
  ['R-A9-05', linked()],
  ['R-A9-06', {}],
  ['R-A9-08', {}],
  ['R-A9-09', condition('9_2_c')],
  ['R-A9-10', members],
  ['R-A9-11', condition('9_2_e')],
  ['R-A9-12', para18],
  ['R-A9-13', para18],
  ['R-A9-14', para10],
  ['R-A9-15', condition('9_2_g', 'P2.6')],
  ['R-A9-16', research],
  ['R-A9-17', condition('9_2_f')],
  ['R-A9-18', condition('9_2_i', 'P1.3')],
];
const otherConditions: [rule: string, changes: Row[3]][] = [
  ['R-A9-08', condition('9_2_a')],
  ['R-A9-10', {}],
  ['R-A9-11', {}],
  ['R-A9-13', {}],
  ['R-A9-14', para18],
  ['R-A9-16', {}],
  ['R-A9-17', {}],
  ['R-A9-18', {}],
];

furtherRows('Rules on Article 9 where another law or condition is relied on', article9Rules, [
  ...relying.map(([rule, changes]): Row => [
    rule,
    'DOES_NOT_APPLY',
    'it is said under Part 3',
    { ...changes, ...part3 },
  ]),
  ...otherConditions.map(([rule, changes]): Row => [
    rule,
    'DOES_NOT_APPLY',
    'another condition is relied on',
    changes,
  ]),
]);
