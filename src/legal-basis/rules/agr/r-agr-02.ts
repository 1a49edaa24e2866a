import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { holds } from '../matter/verdict.js';
import { agreementExists } from '../reading/agreements.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-AGR-02: those who decide together have a joint-controller arrangement. */
export const rAgr02 = flowRule({
  id: 'R-AGR-02',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'purposes and means that are decided together',
  fields: ['controllership.agreements[].type', 'controllership.decidedTogether'],
  citation: beingChecked('UK GDPR Article 26; Data Protection Act 2018 s58'),
  message: 'This record does not show an arrangement between joint controllers',
  whatToDo:
    'Write down who does what for the people concerned. A joint panel or a joint plan is a joint decision.',
  applies: ({ flow }) => flow.controllership?.decidedTogether ?? null,
  evaluate: ({ flow }) => holds(agreementExists(flow, 'ART26'), 'there is none'),
});
