import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { featuresOf } from '../matter/read-register.js';
import { caution, notKnown, shown } from '../matter/verdict.js';
import { DEPLOYMENT_FIELDS, deploymentOf, isDeployment } from '../matter/deployments.js';

/** R-CN-05: a new scheme that shares much with a closed one may be its successor. */
export const rCn05 = flowRule({
  id: 'R-CN-05',
  version: 1,
  kind: 'P',
  countsToo: true,
  appliesTo: 'a deployment that is not closed',
  fields: [
    'register.deployments[].area',
    'register.deployments[].forceOrgId',
    'register.deployments[].managerId',
    'register.deployments[].protocolHash',
    ...DEPLOYMENT_FIELDS,
  ],
  thresholds: ['successorLikenesses'],
  citation: seenIn('StopSIM Coalition, 18 May 2023: elements kept under another name', 'S40'),
  message: 'This record does not show a scheme that is new',
  whatToDo: 'Check whether this scheme follows the closed one, and record the answer with its evidence.',
  applies: (matter) => isDeployment(matter, 'PROPOSED', 'PLANNED', 'TRAINING', 'LIVE', 'PAUSED'),
  evaluate: (matter) => {
    const deployment = deploymentOf(matter);
    const features = deployment === null ? [] : featuresOf(deployment);
    const limit = matter.settings.successorLikenesses;
    if (features.length < limit) return notKnown('area, force, manager or protocol');
    const shared = features.flatMap((feature) => [...(matter.register.closedByFeature.get(feature) ?? [])]);
    const likely = shared.some((id) => shared.filter((other) => other === id).length >= limit);
    return likely
      ? caution(
          `This scheme shares ${limit} or more of area, force, manager and protocol with one that closed: successor check.`,
        )
      : shown;
  },
});
