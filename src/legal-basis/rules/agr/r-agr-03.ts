import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { AGREEMENT_FIELDS, ofBestAgreement } from '../matter/documents/agreements.js';
import { holds } from '../matter/verdict.js';
import { agreementExists } from '../reading/agreements.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-AGR-03: people can read what joint controllers have arranged. */
export const rAgr03 = flowRule({
  id: 'R-AGR-03',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an arrangement between joint controllers',
  fields: ['controllership.essencePublic', ...AGREEMENT_FIELDS],
  citation: beingChecked('UK GDPR Article 26(2)'),
  message: 'This record does not show that the essence of the joint arrangement is public',
  whatToDo: 'Publish the essence of the arrangement where the people concerned can find it.',
  applies: ({ flow }) => agreementExists(flow, 'ART26'),
  evaluate: ({ flow }) =>
    ofBestAgreement(
      flow,
      'ART26',
      () => holds(flow.controllership?.essencePublic, 'it is not'),
      'that its essence is public',
    ),
});
