import type { Truth } from '../../record/answers/not-known.js';
import { positionOf2023 } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { holdsOnRecord, together } from '../matter/verdict.js';
import { DEPLOYMENT_FIELDS, deploymentOf, isDeployment } from '../matter/deployments.js';
import { POSITION_DAY } from '../reading/law-days.js';

/**
 * R-CN-04: a scheme that is live on or after 10 March 2023 answers no to each red-line screening question, whenever the
 * flow itself ran.
 */
export const rCn04 = flowRule({
  id: 'R-CN-04',
  version: 3,
  kind: 'P',
  appliesTo: 'a deployment live on or after 10 March 2023',
  fields: [
    'register.deployments[].scr02',
    'register.deployments[].scr03',
    'register.deployments[].scr04',
    'register.deployments[].scr05',
    'register.deployments[].liveTo',
    ...DEPLOYMENT_FIELDS,
  ],
  citation: positionOf2023(),
  message: 'This record does not show that the scheme is free of the practices to be eradicated',
  positive: 'The screening of this scheme answers no to each of the practices to be eradicated',
  whatToDo: 'Answer screening questions 2 to 5 with evidence. “Not known” counts as open.',
  applies: (matter) => wasLive(matter),
  evaluate: (matter) => {
    const deployment = deploymentOf(matter);
    return together(
      holdsOnRecord(deployment?.scr02 === 'NO', 'police in planned contact (SCR-02) is not answered with no'),
      holdsOnRecord(deployment?.scr03 === 'NO', 'police part in plans (SCR-03) is not answered with no'),
      holdsOnRecord(deployment?.scr04 === 'NO', 'withholding of response (SCR-04) is not answered with no'),
      holdsOnRecord(deployment?.scr05 === 'NO', 'sanctions (SCR-05) is not answered with no'),
    );
  },
});

function wasLive(matter: Matter): Truth {
  const deployment = deploymentOf(matter);
  if (isDeployment(matter, 'LIVE') === true) return matter.asAt >= POSITION_DAY;
  if (isDeployment(matter, 'PROPOSED', 'PLANNED', 'TRAINING', 'NOT_ADOPTED', 'ALTERNATIVE_ADOPTED') === true)
    return false;
  return deployment?.liveTo ? deployment.liveTo >= POSITION_DAY : null;
}
