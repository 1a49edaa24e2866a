import type { FlowRecord } from '../../../record/flow-record.js';
import type { Agreement } from '../../../record/safeguards/agreement.js';
import { agreementExists, agreementsOf, type AgreementType } from '../../reading/agreements.js';
import { nameOf } from '../../reading/parties.js';
import { ofAgreement } from './linked.js';
import { bestOf, fault, holds, shown, together, type Verdict } from '../verdict.js';

/** The fields of an agreement that is signed, linked and has not run out. */
export const AGREEMENT_FIELDS = [
  'controllership.agreements[].type',
  'controllership.agreements[].signedByOrgIds',
  'controllership.agreements[].signedOn',
  'controllership.agreements[].expiresOn',
  'controllership.agreements[].evidenceId',
] as const;

/** What the best of the agreements of a kind shows; none is the fault. `says` is what is said until it is linked. */
export function ofBestAgreement(
  flow: FlowRecord,
  type: AgreementType,
  ask: (agreement: Agreement) => Verdict,
  says: string,
): Verdict {
  const [first, ...others] = agreementsOf(flow, type).map((agreement) =>
    ofAgreement(agreement, ask(agreement), says),
  );
  return first === undefined ? holds(agreementExists(flow, type), 'there is none') : bestOf(first, ...others);
}

/** Whether each of these parties signed an agreement. */
export function signedByAll(
  flow: FlowRecord,
  { signedByOrgIds }: Agreement,
  orgIds: readonly string[],
): Verdict {
  return together(
    ...orgIds.map((id) =>
      holds(signedByOrgIds ? signedByOrgIds.includes(id) : null, `${nameOf(flow, id)} did not sign`),
    ),
  );
}

/** Whether an agreement was in force to the last day. */
export function inForceUntil({ expiresOn }: Agreement, to: string): Verdict {
  return expiresOn && expiresOn < to ? fault(`it ran out on ${expiresOn}`) : shown;
}
