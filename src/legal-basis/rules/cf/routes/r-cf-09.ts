import { beingChecked } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { holds } from '../../matter/verdict.js';
import { hasRoute } from '../../reading/confidentiality.js';

/** R-CF-09: best interests begin with an assessment of capacity for that decision. */
export const rCf09 = flowRule({
  id: 'R-CF-09',
  version: 1,
  kind: 'L',
  appliesTo: 'reliance on best interests',
  fields: ['confidentiality.decisionSpecificCapacityAssessment', 'confidentiality.route'],
  citation: beingChecked('Mental Capacity Act 2005 ss1 to 4'),
  message: 'This record does not show that capacity was assessed for this decision',
  whatToDo: 'Assess capacity for the decision to share, and record it. A diagnosis is not an assessment.',
  applies: ({ flow }) => hasRoute(flow, 'BEST_INTERESTS'),
  evaluate: ({ flow }) => holds(flow.confidentiality?.decisionSpecificCapacityAssessment, 'it was not'),
});
