import { beingChecked } from '../engine/citation.js';
import { controllerRule } from '../engine/controller-rule.js';
import { isUnderPart3Alone, LAW_ENFORCEMENT_FIELDS } from '../matter/law/law-enforcement.js';
import { DATED_DOCUMENT_FIELDS, isLinkedWithDay, untilLinked } from '../matter/documents/linked.js';
import { bestOf, fault, holds, notKnown, shown, together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { nameOf } from '../reading/parties.js';

/** R-TR-01: each controller's privacy notice names the police or the kind of partner, and the purpose. */
export const rTr01 = controllerRule({
  id: 'R-TR-01',
  version: 5,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'any controller of data on people',
  fields: [
    'transparency.notices[].namesPartners',
    'transparency.notices[].statesPurpose',
    'transparency.notices[].orgId',
    'transparency.notices[].evidenceId',
    ...LAW_ENFORCEMENT_FIELDS,
    ...DATED_DOCUMENT_FIELDS,
  ],
  citation: beingChecked(
    'UK GDPR Articles 13 and 14; for law enforcement Data Protection Act 2018 s44 instead, which asks for the purpose',
  ),
  message: 'This record does not show privacy notices that name the partner and the purpose',
  whatToDo: 'Say in the notice that the police, or which kind of partner, receive the data, and for what.',
  applies: () => true,
  evaluate: (matter) => {
    const { flow, orgId } = matter;
    const hasNoPartnersToName = isUnderPart3Alone(matter);
    const notices = flow.transparency?.notices;
    if (!notices) return notKnown('the privacy notices');
    const [first, ...others] = notices
      .filter((notice) => notice.orgId === orgId)
      .map((notice) =>
        untilLinked(
          together(
            hasNoPartnersToName
              ? shown
              : holds(notice.namesPartners, `the notice of ${nameOf(flow, orgId)} does not name the partner`),
            holds(notice.statesPurpose, `the notice of ${nameOf(flow, orgId)} does not state the purpose`),
          ),
          isLinkedWithDay(matter, notice.evidenceId),
          `what the notice of ${nameOf(flow, orgId)} names and states`,
        ),
      );
    return first === undefined ? fault(`${nameOf(flow, orgId)} has none`) : bestOf(first, ...others);
  },
});
