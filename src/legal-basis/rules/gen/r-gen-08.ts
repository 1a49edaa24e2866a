import { knownCodes, type Truth, anyOf } from '../../record/answers/not-known.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { holds } from '../matter/verdict.js';
import { isCode } from '../reading/codes.js';

/** R-GEN-08: searching records to find people is recorded apart from managing their cases. */
export const rGen08 = flowRule({
  id: 'R-GEN-08',
  version: 1,
  kind: 'L',
  appliesTo: 'screening',
  fields: ['searchFlowIds', 'purposeCodes', 'stage', 'id'],
  citation: beingChecked('UK GDPR Article 5(1)(a) and (b); framework criterion D12.2'),
  message:
    'This record does not show a separate flow for searching 999, police, emergency department or crisis data',
  whatToDo:
    'Record the search as a flow of its own, with its own basis, because it touches people who are never selected.',
  applies: ({ flow }) => isCode(flow.stage, 'SCREENING'),
  evaluate: ({ flow }) =>
    holds(
      anyOf(isOnlyASearch(flow), namesASearchFlow(flow)),
      'this one serves other purposes too, and names no separate flow for the search',
    ),
});

function isOnlyASearch(flow: Matter['flow']): Truth {
  const purposes = knownCodes(flow.purposeCodes);
  return purposes === null
    ? null
    : purposes.length > 0 && purposes.every((code) => code === 'SCREENING_SELECTION');
}

function namesASearchFlow(flow: Matter['flow']): Truth {
  return (flow.searchFlowIds ?? []).some((id) => id.trim() !== '' && id !== flow.id);
}
