import type { Agreement } from '../../record/agreement.js';
import type { DataFlow } from '../../record/data-flow.js';
import type { Truth } from '../../record/not-known.js';

type AgreementType = NonNullable<Agreement['type']>;

/** The agreements of a kind. */
export function agreementsOf(flow: DataFlow, type: AgreementType): Agreement[] {
  return (flow.controllership?.agreements ?? []).filter((agreement) => agreement.type === type);
}

/** Whether there is an agreement of a kind; an empty list says that there is none, an absent one says nothing. */
export function agreementExists(flow: DataFlow, type: AgreementType): Truth {
  if (!flow.controllership?.agreements) return null;
  return agreementsOf(flow, type).length > 0;
}
