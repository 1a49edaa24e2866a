import { seenIn } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { hasRoute, NOBODY_DECIDES_FIELDS } from '../../reading/confidentiality.js';
import { decidedEachTime } from './decided-each-time.js';

/** R-CF-05: the public interest is weighed case by case, never as a standing authority. */
export const rCf05 = flowRule({
  id: 'R-CF-05',
  version: 2,
  kind: 'L/C',
  appliesTo: 'reliance on the overriding public interest',
  fields: [...NOBODY_DECIDES_FIELDS, 'confidentiality.route'],
  citation: seenIn(
    'General Medical Council, Confidentiality, paras 64, 67 and 68; guidance on sharing with the police',
    'L51',
    'L13',
  ),
  message: 'This record does not show that the public interest is weighed case by case',
  whatToDo:
    'Decide each case when it arises. The public interest gives no standing authority for a caseload.',
  applies: ({ flow }) => hasRoute(flow, 'OVERRIDING_PUBLIC_INTEREST'),
  evaluate: ({ flow }) => decidedEachTime(flow),
});
