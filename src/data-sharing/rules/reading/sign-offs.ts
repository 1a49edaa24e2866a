import type { DataFlow } from '../../record/data-flow.js';
import type { SignOff } from '../../record/sign-off.js';
import type { Truth } from '../../record/not-known.js';

/** The sign-offs that a role made. */
export function signOffsOf(flow: DataFlow, role: NonNullable<SignOff['role']>): SignOff[] {
  return (flow.signoffs ?? []).filter((signOff) => signOff.role === role);
}

/** Whether a role signed at all; not known while the record says nothing of sign-offs. */
export function hasSignOff(flow: DataFlow, role: NonNullable<SignOff['role']>): Truth {
  return flow.signoffs ? signOffsOf(flow, role).length > 0 : null;
}
