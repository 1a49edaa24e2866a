import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { chosenList } from '../../matter/verdict.js';
import { reliesOn9 } from '../../matter/assertions.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-02: five Article 9 conditions need a condition of Schedule 1 as well. */
export const rA902 = assertionRule({
  id: 'R-A9-02',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on Article 9(2)(b), (g), (h), (i) or (j)',
  fields: ['assertions[].sch1Paras', 'assertions[].art9', 'assertions[].regime'],
  citation: seenIn('Data Protection Act 2018 s10', 'L1'),
  message: 'This record does not show a Schedule 1 condition for the Article 9 condition',
  positive: 'This record names a Schedule 1 condition for the Article 9 condition',
  whatToDo: 'Name the paragraph of Schedule 1 that goes with the Article 9 condition.',
  applies: (matter) => reliesOn9(matter, '9_2_b', '9_2_g', '9_2_h', '9_2_i', '9_2_j'),
  evaluate: ({ assertion }) => chosenList(assertion.sch1Paras, 'none is named'),
});
