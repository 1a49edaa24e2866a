import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { REACH_FIELDS, reachOf } from '../matter/assertions.js';
import { CONDITIONS_OF_1998_FIELDS, conditionsOf1998 } from '../matter/law/conditions-of-1998.js';
import { isCode } from '../reading/codes.js';
import { LAST_DAY_OF_THE_1998_ACT } from '../reading/law-days.js';

/** R-GEN-09: under the 1998 Act a condition of Schedule 2 was met, and for sensitive data one of Schedule 3 too. */
export const rGen09 = assertionRule({
  id: 'R-GEN-09',
  version: 1,
  kind: 'L',
  inForceTo: LAST_DAY_OF_THE_1998_ACT,
  appliesTo: 'an assertion under the Data Protection Act 1998',
  fields: [...CONDITIONS_OF_1998_FIELDS, 'assertions[].regime', ...REACH_FIELDS],
  citation: seenIn(
    'Data Protection Act 1998 Schedules 2 and 3; Data Protection (Processing of Sensitive Personal Data) Order 2000',
    'L40',
    'L41',
    'L42',
  ),
  message: 'This record does not show the conditions of the Data Protection Act 1998',
  whatToDo:
    'Name the condition of Schedule 2, and for sensitive data the one of Schedule 3 or of the Order of 2000.',
  applies: ({ assertion }) => isCode(assertion.regime, 'DPA1998'),
  evaluate: (matter) => conditionsOf1998(matter, matter.assertion, reachOf(matter)),
});
