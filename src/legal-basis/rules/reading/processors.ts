import { type Truth, allOf, not } from '../../record/answers/not-known.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { isCode } from './codes.js';
import { isPolice, partyOf } from './parties.js';

/**
 * Whether a party only holds the data for a controller: a processor under a contract of Article 28 that it signed, with no
 * purposes of its own. Nothing is disclosed to it then, as a hosted record shows. Police are never taken for one.
 */
export function worksForTheController(flow: FlowRecord, orgId: string): Truth {
  const party = partyOf(flow, orgId);
  const contracted = (flow.controllership?.agreements ?? []).some(
    ({ type, signedByOrgIds }) => type === 'ART28' && (signedByOrgIds ?? []).includes(orgId),
  );
  return allOf(
    isCode(party?.role, 'PROCESSOR') === true,
    not(isPolice(party)),
    contracted,
    not(party?.usesForOwnPurposes),
  );
}
