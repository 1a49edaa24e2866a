import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { holds, holdsOnRecord, together } from '../matter/verdict.js';
import { hasRoute } from '../reading/confidentiality.js';

/** R-CF-10: after a refusal, only the public interest, a duty or an order remains, with a record for that case. */
export const rCf10 = flowRule({
  id: 'R-CF-10',
  version: 1,
  kind: 'L',
  appliesTo: 'a recorded refusal',
  fields: [
    'confidentiality.sharedDespiteRefusal',
    'confidentiality.refusalCaseRecord',
    'confidentiality.route',
    'confidentiality.refusalRecorded',
  ],
  citation: beingChecked('Common-law duty of confidentiality'),
  message: 'This record does not show why data were shared after the person refused',
  whatToDo: 'Respect the refusal, or record for that case the public interest, the duty or the order.',
  applies: ({ flow }) => flow.confidentiality?.refusalRecorded ?? null,
  evaluate: ({ flow }) => {
    const { sharedDespiteRefusal, refusalCaseRecord } = flow.confidentiality ?? {};
    if (sharedDespiteRefusal !== true) return holds(not(sharedDespiteRefusal), '');
    return together(
      holds(
        hasRoute(flow, 'OVERRIDING_PUBLIC_INTEREST', 'STATUTORY_DUTY_OR_ORDER'),
        'neither the public interest nor a duty or order is relied on',
      ),
      holdsOnRecord(refusalCaseRecord, 'there is no record for that case'),
    );
  },
});
