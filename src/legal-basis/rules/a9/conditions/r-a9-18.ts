import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { holds } from '../../matter/verdict.js';
import { reliesOn9 } from '../../matter/assertions.js';
import { isCode } from '../../reading/codes.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-18: public health is not the management of one person's case. */
export const rA918 = assertionRule({
  id: 'R-A9-18',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on public health, Article 9(2)(i)',
  fields: ['stage', 'assertions[].art9', 'assertions[].regime'],
  citation: seenIn('Data Protection Act 2018 Schedule 1 para 3', 'L69'),
  message: 'This record does not show a flow that serves no individual case',
  whatToDo: 'Choose another condition: public health is about populations.',
  applies: (matter) => reliesOn9(matter, '9_2_i'),
  evaluate: ({ flow }) => holds(isCode(flow.stage, 'EVALUATION'), 'its stage is one of individual cases'),
});
