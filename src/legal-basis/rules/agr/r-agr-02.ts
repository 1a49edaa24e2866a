import { beingChecked } from '../engine/citation.js';
import { anyOf } from '../../record/answers/not-known.js';
import { flowRule } from '../engine/flow-rule.js';
import {
  AGREEMENT_FIELDS,
  inForceUntil,
  ofBestAgreement,
  signedByAll,
} from '../matter/documents/agreements.js';
import type { Matter } from '../matter/matter.js';
import { together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { controllersOf, PARTY_FIELDS, partyOf } from '../reading/parties.js';

/** R-AGR-02: those who decide together have a joint-controller arrangement, which each of them signed. */
export const rAgr02 = flowRule({
  id: 'R-AGR-02',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'purposes and means that are decided together',
  fields: [...AGREEMENT_FIELDS, 'controllership.decidedTogether', 'parties[].name', ...PARTY_FIELDS],
  citation: beingChecked('UK GDPR Article 26; Data Protection Act 2018 s58'),
  message: 'This record does not show an arrangement between joint controllers',
  whatToDo:
    'Write down who does what for the people concerned, and have each of them sign. A joint panel or a joint plan is a joint decision.',
  applies: ({ flow }) =>
    anyOf(flow.controllership?.decidedTogether ?? null, jointControllers(flow).length > 0),
  evaluate: ({ flow, to }) => {
    const joint = jointControllers(flow);
    const between = joint.length > 0 ? joint : controllersOf(flow);
    return ofBestAgreement(
      flow,
      'ART26',
      (agreement) => together(signedByAll(flow, agreement, between), inForceUntil(agreement, to)),
      'that there is an arrangement between joint controllers',
    );
  },
});

function jointControllers(flow: Matter['flow']): string[] {
  return controllersOf(flow).filter((id) => partyOf(flow, id)?.role === 'JOINT_CONTROLLER');
}
