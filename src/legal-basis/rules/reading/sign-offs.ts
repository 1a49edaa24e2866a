import type { FlowRecord } from '../../record/flow-record.js';
import type { SignOff } from '../../record/safeguards/sign-off.js';
import type { Truth } from '../../record/answers/not-known.js';

/** The sign-offs that a role made. */
export function signOffsOf(flow: FlowRecord, role: NonNullable<SignOff['role']>): SignOff[] {
  return (flow.signoffs ?? []).filter((signOff) => signOff.role === role);
}

/** Whether a role signed at all; not known while the record says nothing of sign-offs. */
export function hasSignOff(flow: FlowRecord, role: NonNullable<SignOff['role']>): Truth {
  return flow.signoffs ? signOffsOf(flow, role).length > 0 : null;
}
