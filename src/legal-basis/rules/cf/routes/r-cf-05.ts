import { seenIn } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { not } from '../../../record/answers/not-known.js';
import { holds } from '../../matter/verdict.js';
import { hasRoute, underAnArrangement } from '../../reading/confidentiality.js';

/** R-CF-05: the public interest is weighed case by case, never as a standing authority. */
export const rCf05 = flowRule({
  id: 'R-CF-05',
  version: 1,
  kind: 'L/C',
  appliesTo: 'reliance on the overriding public interest',
  fields: ['frequency', 'confidentiality.route'],
  citation: seenIn('Guide to confidentiality; guidance on sharing with the police', 'L12', 'L13'),
  message: 'This record does not show that the public interest is weighed case by case',
  whatToDo:
    'Decide each case when it arises. The public interest gives no standing authority for a caseload.',
  applies: ({ flow }) => hasRoute(flow, 'OVERRIDING_PUBLIC_INTEREST'),
  evaluate: ({ flow }) =>
    holds(not(underAnArrangement(flow)), 'the sharing is standing, continuous or at every panel'),
});
