import { knownCodes, statementState, type Truth } from '../../record/answers/not-known.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { fault, notKnown, shown, type Verdict } from '../matter/verdict.js';
import { isCode } from '../reading/codes.js';

/** R-GEN-08: searching records to find people is recorded apart from managing their cases. */
export const rGen08 = flowRule({
  id: 'R-GEN-08',
  version: 2,
  kind: 'L',
  appliesTo: 'screening',
  fields: ['searchFlowIds', 'purposeCodes', 'stage', 'id', 'register.flows[].id'],
  citation: seenIn('UK GDPR Article 5(1)(a) and (b); framework criterion D12.2 is Candour’s own', 'L31'),
  message:
    'This record does not show a separate flow for searching 999, police, emergency department or crisis data',
  whatToDo:
    'Record the search as a flow of its own, with its own basis, because it touches people who are never selected.',
  applies: ({ flow }) => isCode(flow.stage, 'SCREENING'),
  evaluate: (matter) => (isOnlyASearch(matter.flow) === true ? shown : namesASearchFlow(matter)),
});

function isOnlyASearch(flow: Matter['flow']): Truth {
  const purposes = knownCodes(flow.purposeCodes);
  return purposes === null
    ? null
    : purposes.length > 0 && purposes.every((code) => code === 'SCREENING_SELECTION');
}

/** A flow that is named counts where the register holds it; of one that it does not hold nothing is known. */
function namesASearchFlow({ flow, register }: Matter): Verdict {
  const named = (flow.searchFlowIds ?? []).filter((id) => statementState(id) !== 'BLANK' && id !== flow.id);
  if (named.some((id) => register.flowIds.has(id))) return shown;
  if (named.length > 0) return notKnown('the flow that it names, which is not in the register');
  return isOnlyASearch(flow) === null
    ? notKnown('the purposes')
    : fault('this one serves other purposes too, and names no separate flow for the search');
}
