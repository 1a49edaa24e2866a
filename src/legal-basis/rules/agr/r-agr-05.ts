import type { Party } from '../../record/transfer/party.js';
import { anyOf, type Truth } from '../../record/answers/not-known.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { holds, notKnown, shown, together, type Verdict } from '../matter/verdict.js';

/** R-AGR-05: a supplier whose work ended has returned or erased what it held. */
export const rAgr05 = flowRule({
  id: 'R-AGR-05',
  version: 3,
  kind: 'L',
  appliesTo: 'a supplier whose work ended',
  fields: [
    'parties[].erasureCertificate',
    'parties[].ceasedOn',
    'parties[].stillActs',
    'parties[].orgType',
    'parties[].role',
    'parties[].orgId',
    'parties[].name',
    'status',
    'endDate',
  ],
  citation: seenIn('UK GDPR Articles 28(3)(g) (reference being checked) and 5(1)(e)', 'L31'),
  message: 'This record does not show that a supplier whose work ended returned or erased the data',
  whatToDo:
    'Find out where the data went, and attach the certificate. Say of each supplier whether it still acts.',
  applies: (matter) => anyOf(false, ...suppliersOf(matter).map((party) => hasEnded(matter, party))),
  evaluate: (matter) => together(...suppliersOf(matter).map((party) => returned(matter, party))),
});

function suppliersOf({ flow }: Matter): Party[] {
  return (flow.parties ?? []).filter(({ orgType, role }) => orgType === 'VENDOR' || role === 'PROCESSOR');
}

/** What came of the data of one supplier; where nobody says whether it still acts, that is what is not known. */
function returned(matter: Matter, party: Party): Verdict {
  const name = party.name ?? party.orgId ?? 'the supplier';
  const ended = hasEnded(matter, party);
  if (ended === false) return shown;
  if (ended === null) return notKnown(`whether ${name} still acts`);
  return holds(party.erasureCertificate, `there is no certificate from ${name}`);
}

/**
 * A supplier's work ends with the supplier or with the flow; a day that is left blank says nothing of either. One that
 * has certified that it returned or erased the data has ended, unless the record says that it still acts.
 */
function hasEnded({ flow, asAt }: Matter, { ceasedOn, stillActs, erasureCertificate }: Party): Truth {
  const flowHasEnded = flow.status === 'CEASED' || Boolean(flow.endDate && flow.endDate <= asAt);
  if (flowHasEnded || stillActs === false) return true;
  if (ceasedOn) return ceasedOn <= asAt;
  if (stillActs === true) return false;
  return erasureCertificate === true ? true : null;
}
