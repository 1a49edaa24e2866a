import { beingChecked } from '../engine/citation.js';
import { controllerRule } from '../engine/controller-rule.js';
import { DPIA_DOCUMENT_FIELDS, ofDpia } from '../matter/documents/linked.js';
import { holds, shown, together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { isPolice } from '../reading/parties.js';

/** R-LE-09: a police force has an impact assessment of its own for its part. */
export const rLe09 = controllerRule({
  id: 'R-LE-09',
  version: 4,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a police force that is a controller',
  fields: [
    'dpia.exists',
    'dpia.controllerOrgIds',
    'dpia.coversPart3',
    ...DPIA_DOCUMENT_FIELDS,
    'assertions[].controllerOrgId',
    'assertions[].regime',
  ],
  citation: beingChecked('Data Protection Act 2018 s64; UK GDPR Article 35'),
  message: 'This record does not show an impact assessment by the police for their part',
  whatToDo: 'Ask the force for its assessment, or for the record that it joined this one.',
  applies: ({ controller }) => isPolice(controller),
  evaluate: (matter) => {
    const { flow, orgId, asserted } = matter;
    const part3 = asserted.some((assertion) => assertion.regime === 'DPA_PART3');
    const makers = flow.dpia?.controllerOrgIds;
    const assessed = together(
      holds(flow.dpia?.exists, 'there is none'),
      holds(makers ? makers.includes(orgId) : null, 'the force neither made nor joined it'),
      part3 ? holds(flow.dpia?.coversPart3, 'it does not answer s64 for processing under Part 3') : shown,
    );
    return ofDpia(matter, assessed, 'that the police have assessed their part, and links no assessment');
  },
});
