import { statementState } from '../../record/answers/not-known.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { fault, notKnown, onlySaid } from '../matter/verdict.js';
import { citesOnlyPermissions } from '../reading/cited-law.js';
import { hasRoute } from '../reading/confidentiality.js';

/** R-CF-08: a statutory route is a duty or an order, not a power. */
export const rCf08 = flowRule({
  id: 'R-CF-08',
  version: 3,
  kind: 'L',
  appliesTo: 'reliance on a duty in statute or a court order',
  fields: ['confidentiality.routeCitation', 'confidentiality.route'],
  citation: beingChecked('Common-law duty of confidentiality: a power to disclose is not a duty'),
  message: 'This record does not show a law or an order that requires this disclosure',
  whatToDo: 'Cite the duty or the order. If the law only permits sharing, choose another route.',
  applies: ({ flow }) => hasRoute(flow, 'STATUTORY_DUTY_OR_ORDER'),
  evaluate: ({ flow }) => {
    const citation = flow.confidentiality?.routeCitation ?? '';
    if (statementState(citation) !== 'STATED') return notKnown('the law or the order');
    return citesOnlyPermissions(citation)
      ? fault('what it cites permits or encourages sharing')
      : onlySaid('which law or order requires it');
  },
});
