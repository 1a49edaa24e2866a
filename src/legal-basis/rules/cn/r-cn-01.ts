import { platformPolicy } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { anyOf, not } from '../../record/answers/not-known.js';
import { holds, notKnown } from '../matter/verdict.js';
import { isCode } from '../reading/codes.js';
import { DEPLOYMENT_FIELDS, deploymentOf } from '../matter/deployments.js';
import { isPolice, PARTY_FIELDS, partyIds, partyOf } from '../reading/parties.js';

/** R-CN-01: a scheme that says it has no police involvement has no flow with the police. */
export const rCn01 = flowRule({
  id: 'R-CN-01',
  version: 1,
  kind: 'P',
  appliesTo: 'a deployment that says police are not involved',
  fields: ['status', 'register.deployments[].policeInvolvement', ...PARTY_FIELDS, ...DEPLOYMENT_FIELDS],
  citation: platformPolicy(),
  message: 'This record does not show what the deployment says, that police are not involved',
  whatToDo: 'Correct the deployment’s record, or end the flow and say when it ended.',
  applies: (matter) => not(deploymentOf(matter)?.policeInvolvement),
  evaluate: ({ flow }) => {
    const ids = partyIds(flow);
    if (ids.length === 0) return notKnown('the parties');
    const withPolice = anyOf(...ids.map((id) => isPolice(partyOf(flow, id))));
    return holds(
      anyOf(not(withPolice), isCode(flow.status, 'CEASED')),
      'this flow goes to or comes from the police',
    );
  },
});
