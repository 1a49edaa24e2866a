import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import {
  AGREEMENT_FIELDS,
  inForceUntil,
  ofBestAgreement,
  signedByAll,
} from '../matter/documents/agreements.js';
import { together } from '../matter/verdict.js';
import { agreementExists } from '../reading/agreements.js';
import { kindOf, PARTY_FIELDS, partyIds, partyOf } from '../reading/parties.js';

/** R-AGR-06: everyone in the flow signed the agreement, and it did not run out. */
export const rAgr06 = flowRule({
  id: 'R-AGR-06',
  version: 3,
  kind: 'C',
  appliesTo: 'a data-sharing agreement',
  fields: [
    'controllership.agreements[].signedByOrgIds',
    ...AGREEMENT_FIELDS,
    'parties[].name',
    'startDate',
    'endDate',
    ...PARTY_FIELDS,
  ],
  citation: beingChecked('Data-sharing code of practice'),
  message: 'This record does not show an agreement signed by every party and in force throughout',
  whatToDo: 'Ask the party to sign, or renew the agreement.',
  applies: ({ flow }) => agreementExists(flow, 'DSA'),
  evaluate: ({ flow, to }) => {
    const bodies = partyIds(flow).filter((id) => kindOf(partyOf(flow, id))?.sector !== 'PEOPLE');
    return ofBestAgreement(
      flow,
      'DSA',
      (agreement) => together(inForceUntil(agreement, to), signedByAll(flow, agreement, bodies)),
      'that every party signed the agreement',
    );
  },
});
