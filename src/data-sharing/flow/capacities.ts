import type { Actor } from '../../identity/actor.js';
import type { Role } from '../../identity/roles.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { SignOffRole } from '../../legal-basis/record/safeguards/sign-off.js';
import { SIGN_OFF_CAPACITIES } from './sign-off-choices.js';

/** A capacity in which a person may sign, as pages name it. */
export interface CapacityToSign {
  readonly capacity: SignOffRole;
  /** In addresses: `caldicott-guardian`. */
  readonly slug: string;
  readonly role: Role;
  readonly post: string;
  /** What the person does in this capacity, to complete "As … you". */
  readonly does: string;
}

/** Every capacity, with the role that it comes with (sim.md §4.2). */
export const CAPACITIES_TO_SIGN: readonly CapacityToSign[] = [
  capacity('CALDICOTT_GUARDIAN', 'CALDICOTT_GUARDIAN', 'decide whether people’s records may be shared so'),
  capacity('DPO', 'DATA_PROTECTION_OFFICER', 'give advice. You do not approve (UK GDPR Article 38(6))'),
  capacity('SIRO', 'EXECUTIVE_APPROVER', 'accept the risk for the trust, or refuse to'),
  capacity('EXEC_APPROVER', 'EXECUTIVE_APPROVER', 'decide for the board of the trust'),
];

/** The capacities in which the actor may sign flows of this trust. */
export function capacitiesFor(actor: Actor, organisationId: Uuid): readonly CapacityToSign[] {
  return CAPACITIES_TO_SIGN.filter(({ role }) => actor.organisationsAs(role).includes(organisationId));
}

function capacity(code: SignOffRole, role: Role, does: string): CapacityToSign {
  const post = SIGN_OFF_CAPACITIES[code];
  return { capacity: code, slug: post.toLowerCase().replaceAll(' ', '-'), role, post, does };
}
