import type { Agreement } from '../../record/safeguards/agreement.js';
import type { FlowRecord } from '../../record/flow-record.js';
import type { Truth } from '../../record/answers/not-known.js';

/** The code of a kind of agreement. */
export type AgreementType = NonNullable<Agreement['type']>;

/** The agreements of a kind. */
export function agreementsOf(flow: FlowRecord, type: AgreementType): Agreement[] {
  return (flow.controllership?.agreements ?? []).filter((agreement) => agreement.type === type);
}

/** Whether there is an agreement of a kind; an empty list says that there is none, an absent one says nothing. */
export function agreementExists(flow: FlowRecord, type: AgreementType): Truth {
  if (!flow.controllership?.agreements) return null;
  return agreementsOf(flow, type).length > 0;
}
