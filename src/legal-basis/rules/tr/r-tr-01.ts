import { beingChecked } from '../engine/citation.js';
import { controllerRule } from '../engine/controller-rule.js';
import { bestOf, fault, holds, notKnown, together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { nameOf } from '../reading/parties.js';

/** R-TR-01: each controller's privacy notice names the police or the kind of partner, and the purpose. */
export const rTr01 = controllerRule({
  id: 'R-TR-01',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'any controller of data on people',
  fields: [
    'transparency.notices[].namesPartners',
    'transparency.notices[].statesPurpose',
    'transparency.notices[].orgId',
  ],
  citation: beingChecked('UK GDPR Articles 13 and 14'),
  message: 'This record does not show privacy notices that name the partner and the purpose',
  whatToDo: 'Say in the notice that the police, or which kind of partner, receive the data, and for what.',
  applies: () => true,
  evaluate: ({ flow, orgId }) => {
    const notices = flow.transparency?.notices;
    if (!notices) return notKnown('the privacy notices');
    const [first, ...others] = notices
      .filter((notice) => notice.orgId === orgId)
      .map((notice) =>
        together(
          holds(notice.namesPartners, `the notice of ${nameOf(flow, orgId)} does not name the partner`),
          holds(notice.statesPurpose, `the notice of ${nameOf(flow, orgId)} does not state the purpose`),
        ),
      );
    return first === undefined ? fault(`${nameOf(flow, orgId)} has none`) : bestOf(first, ...others);
  },
});
