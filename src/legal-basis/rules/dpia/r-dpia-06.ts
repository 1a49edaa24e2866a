import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { allOf } from '../../record/answers/not-known.js';
import { stated } from '../matter/verdict.js';
import { isCode } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-DPIA-06: where a high risk remains, the Commissioner is consulted. */
export const rDpia06 = flowRule({
  id: 'R-DPIA-06',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an impact assessment that leaves a high risk',
  fields: ['dpia.icoConsultationRef', 'dpia.residualRisk', 'dpia.exists'],
  citation: beingChecked('UK GDPR Article 36; Data Protection Act 2018 s65 for law enforcement'),
  message: 'This record does not show that the Information Commissioner was consulted about a high risk',
  whatToDo: 'Lower the risk, or consult before the flow begins and give the reference.',
  applies: ({ flow }) => allOf(flow.dpia?.exists ?? null, isCode(flow.dpia?.residualRisk, 'HIGH')),
  evaluate: ({ flow }) => stated(flow.dpia?.icoConsultationRef, 'no reference is given'),
});
