import { flowRule } from '../../engine/flow-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { hasRoute, NOBODY_DECIDES_FIELDS } from '../../reading/confidentiality.js';
import { decidedEachTime } from './decided-each-time.js';

/** R-CF-14: best interests are those of one person in one decision. */
export const rCf14 = flowRule({
  id: 'R-CF-14',
  version: 1,
  kind: 'L',
  appliesTo: 'reliance on best interests',
  fields: [...NOBODY_DECIDES_FIELDS, 'confidentiality.route'],
  citation: beingChecked('Mental Capacity Act 2005 ss1 and 4'),
  message: 'This record does not show best interests decided for one person and one decision',
  whatToDo:
    'Decide for one person who lacks capacity for this decision. A caseload has no best interests of its own.',
  applies: ({ flow }) => hasRoute(flow, 'BEST_INTERESTS'),
  evaluate: ({ flow }) => decidedEachTime(flow),
});
