import type { Provision } from '../../../provisions/provision.js';
import { known } from '../../../record/answers/not-known.js';
import { beingChecked } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { lawReliedOn } from '../../matter/law/law-relied-on.js';
import { hasRoute } from '../../reading/confidentiality.js';
import { partyOf } from '../../reading/parties.js';
import { liftsConfidence, requiresDisclosure } from '../../reading/law/picked-law.js';

/** R-CF-08: a statutory route is a duty or an order, not a power. */
export const rCf08 = flowRule({
  id: 'R-CF-08',
  version: 4,
  kind: 'L',
  appliesTo: 'reliance on a duty in statute or a court order',
  fields: [
    'confidentiality.routeLaw',
    'confidentiality.routeCitation',
    'confidentiality.route',
    'senderOrgId',
    'parties[].orgId',
    'parties[].nation',
    'startDate',
    'endDate',
  ],
  citation: beingChecked('Common-law duty of confidentiality: a power to disclose is not a duty'),
  message: 'This record does not show a law or an order that requires this disclosure',
  whatToDo: 'Cite the duty or the order. If the law only permits sharing, choose another route.',
  applies: ({ flow }) => hasRoute(flow, 'STATUTORY_DUTY_OR_ORDER'),
  evaluate: ({ flow, from, to }) => {
    const { routeLaw, routeCitation } = flow.confidentiality ?? {};
    const nation = known(partyOf(flow, flow.senderOrgId)?.nation);
    return lawReliedOn(routeLaw, routeCitation, REQUIRED, { from, to, nation });
  },
});

const REQUIRED = {
  does: (provision: Provision) => requiresDisclosure(provision) || liftsConfidence(provision),
  none: 'none is cited',
  says: 'which law or order requires it',
};
