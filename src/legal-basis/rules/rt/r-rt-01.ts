import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { stated } from '../matter/verdict.js';
import { reliesOn6 } from '../matter/assertions.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-RT-01: people can object where nobody asked them. */
export const rRt01 = assertionRule({
  id: 'R-RT-01',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on a public task or on legitimate interests',
  fields: ['rights.objectionRoute', 'assertions[].art6', 'assertions[].regime'],
  citation: seenIn(
    'UK GDPR Article 21(1), as Schedule 2 para 1 of the Data Protection Act 2018 names it',
    'L34',
  ),
  message: 'This record does not show how a person can object',
  whatToDo: 'Say to whom a person objects, and how, and what happens then.',
  applies: (matter) => reliesOn6(matter, '6_1_e', '6_1_f', '6_1_ea'),
  evaluate: ({ flow }) => stated(flow.rights?.objectionRoute, 'no way to object is given'),
});
