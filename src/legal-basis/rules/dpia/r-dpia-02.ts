import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { fault, notKnown, shown } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-DPIA-02: an impact assessment comes first; one that comes later is labelled retrospective. */
export const rDpia02 = flowRule({
  id: 'R-DPIA-02',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a data protection impact assessment',
  fields: ['dpia.approvedAt', 'dpia.exists', 'startDate'],
  citation: beingChecked('UK GDPR Article 35(1): “prior”'),
  message: 'This record does not show an impact assessment approved before the flow began',
  whatToDo: 'Say plainly that it is retrospective. It cannot be made prior, and still has to be right.',
  applies: ({ flow }) => flow.dpia?.exists ?? null,
  evaluate: ({ flow, from }) => {
    const approvedAt = flow.dpia?.approvedAt;
    if (!approvedAt || from === null) return notKnown('the day of approval or the first day of the flow');
    return approvedAt <= from ? shown : fault(`RETROSPECTIVE: approved on ${approvedAt}, after ${from}`);
  },
});
