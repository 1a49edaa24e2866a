import { liftsConfidence, requiresDisclosure, shutsOut } from '../../../provisions/disclosure.js';
import type { Provision } from '../../../provisions/provision.js';
import { beingChecked } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { lawReliedOn } from '../../matter/law/law-relied-on.js';
import { hasRoute, leavesCare, LEAVING_FIELDS } from '../../reading/confidentiality.js';
import { anyRecipient, givesCare, nationOfSender } from '../../reading/parties.js';

/** R-CF-08: a statutory route is a duty or an order, not a power. */
export const rCf08 = flowRule({
  id: 'R-CF-08',
  version: 6,
  kind: 'L',
  appliesTo: 'reliance on a duty in statute or a court order',
  fields: [
    'confidentiality.routeLaw',
    'confidentiality.routeCitation',
    'confidentiality.route',
    ...LEAVING_FIELDS,
    'recipientOrgIds',
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
    const disclosure = {
      ofPatients: leavesCare(flow) === true,
      outsideCare: anyRecipient(flow, givesCare) === false,
    };
    const does = (provision: Provision) =>
      (requiresDisclosure(provision) || liftsConfidence(provision)) && !shutsOut(provision, disclosure);
    const reach = { from, to, nation: nationOfSender(flow) };
    return lawReliedOn(routeLaw, routeCitation, { ...REQUIRED, does }, reach);
  },
});

const REQUIRED = {
  none: 'none is cited',
  says: 'which law or order requires it',
};
