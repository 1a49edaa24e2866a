import { platformPolicy } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { cautionUnless } from '../matter/verdict.js';
import { includesAny } from '../reading/codes.js';
import { DEPLOYMENT_FIELDS, deploymentOf } from '../matter/deployments.js';

/** R-CN-03: preventing crime sits oddly with people who have no offence history. */
export const rCn03 = flowRule({
  id: 'R-CN-03',
  version: 1,
  kind: 'P',
  appliesTo: 'the purpose of preventing crime',
  fields: ['purposeCodes', 'register.deployments[].cohortWithoutOffenceHistory', ...DEPLOYMENT_FIELDS],
  citation: platformPolicy(),
  message: 'This record does not show a purpose that fits the people concerned',
  whatToDo: 'Explain which crime is prevented, or choose the purpose that is really served.',
  applies: ({ flow }) => includesAny(flow.purposeCodes, 'CRIME_PREVENTION'),
  evaluate: (matter) =>
    cautionUnless(
      not(deploymentOf(matter)?.cohortWithoutOffenceHistory),
      'The purpose is to prevent crime, and the deployment says that its people have no offence history.',
    ),
});
