import { platformPolicy } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { holds } from '../matter/verdict.js';
import { isCode } from '../reading/codes.js';
import { DEPLOYMENT_FIELDS, isDeployment } from '../matter/deployments.js';

/** R-CN-02: when a scheme is halted or closed, its flows stop. */
export const rCn02 = flowRule({
  id: 'R-CN-02',
  version: 1,
  kind: 'P',
  countsToo: true,
  appliesTo: 'a deployment that was halted or closed',
  fields: ['status', ...DEPLOYMENT_FIELDS],
  citation: platformPolicy(),
  message: 'This record does not show that the flow stopped with the scheme',
  whatToDo: 'End the flow, and record the day.',
  applies: (matter) => isDeployment(matter, 'HALT_ORDERED', 'CLOSED', 'DISBANDED'),
  evaluate: ({ flow }) => holds(not(isCode(flow.status, 'ACTIVE')), 'it is still active'),
});
