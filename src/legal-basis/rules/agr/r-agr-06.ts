import type { Agreement } from '../../record/safeguards/agreement.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { bestOf, fault, holds, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { agreementExists, agreementsOf } from '../reading/agreements.js';
import { kindOf, nameOf, PARTY_FIELDS, partyIds, partyOf } from '../reading/parties.js';

/** R-AGR-06: everyone in the flow signed the agreement, and it did not run out. */
export const rAgr06 = flowRule({
  id: 'R-AGR-06',
  version: 1,
  kind: 'C',
  appliesTo: 'a data-sharing agreement',
  fields: [
    'controllership.agreements[].signedByOrgIds',
    'controllership.agreements[].expiresOn',
    'controllership.agreements[].type',
    'parties[].name',
    'startDate',
    'endDate',
    ...PARTY_FIELDS,
  ],
  citation: beingChecked('Data-sharing code of practice'),
  message: 'This record does not show an agreement signed by every party and in force throughout',
  whatToDo: 'Ask the party to sign, or renew the agreement.',
  applies: ({ flow }) => agreementExists(flow, 'DSA'),
  evaluate: (matter) => {
    const [first, ...others] = agreementsOf(matter.flow, 'DSA').map((agreement) =>
      holdsThroughout(matter, agreement),
    );
    return first === undefined ? notKnown('the agreement') : bestOf(first, ...others);
  },
});

function holdsThroughout({ flow, to }: Matter, { signedByOrgIds, expiresOn }: Agreement): Verdict {
  const bodies = partyIds(flow).filter((id) => kindOf(partyOf(flow, id))?.sector !== 'PEOPLE');
  return together(
    expiresOn && expiresOn < to ? fault(`it ran out on ${expiresOn}`) : shown,
    ...bodies.map((id) =>
      holds(signedByOrgIds ? signedByOrgIds.includes(id) : null, `${nameOf(flow, id)} did not sign`),
    ),
  );
}
