import { flowRule } from '../../engine/flow-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { holds, together } from '../../matter/verdict.js';
import { not } from '../../../record/answers/not-known.js';
import { isCode } from '../../reading/codes.js';
import { hasRoute, underAnArrangement } from '../../reading/confidentiality.js';

/** R-CF-14: best interests are those of one person in one decision. */
export const rCf14 = flowRule({
  id: 'R-CF-14',
  version: 1,
  kind: 'L',
  appliesTo: 'reliance on best interests',
  fields: ['frequency', 'mechanism', 'confidentiality.route'],
  citation: beingChecked('Mental Capacity Act 2005 ss1 and 4'),
  message: 'This record does not show best interests decided for one person and one decision',
  whatToDo:
    'Decide for one person who lacks capacity for this decision. A caseload has no best interests of its own.',
  applies: ({ flow }) => hasRoute(flow, 'BEST_INTERESTS'),
  evaluate: ({ flow }) =>
    together(
      holds(not(underAnArrangement(flow)), 'the sharing is standing, continuous or at every panel'),
      holds(
        not(isCode(flow.mechanism, 'FULL_RECORD_ACCESS', 'READ_ONLY_VIEW', 'SHARED_FOLDER')),
        'the data can be looked at whenever somebody likes',
      ),
    ),
});
