import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { holds, stated, together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-RT-02: after an objection processing stops, or compelling grounds are recorded. */
export const rRt02 = flowRule({
  id: 'R-RT-02',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'objections received',
  fields: ['rights.objections[].processingContinued', 'rights.objections[].compellingGrounds'],
  citation: beingChecked('UK GDPR Articles 21(1) and 18(1)(d)'),
  message: 'This record does not show why processing went on after an objection',
  whatToDo: 'Stop while the objection is considered, or record the compelling grounds for that person.',
  applies: ({ flow }) => (flow.rights?.objections ? flow.rights.objections.length > 0 : null),
  evaluate: ({ flow }) =>
    together(
      ...(flow.rights?.objections ?? []).map((objection) =>
        objection.processingContinued === true
          ? stated(objection.compellingGrounds, 'no compelling grounds are recorded')
          : holds(not(objection.processingContinued), ''),
      ),
    ),
});
