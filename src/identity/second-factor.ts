import type { Actor } from './actor.js';
import { ROLES } from './roles.js';

/** True when one of the person's roles demands a second factor at sign-in. */
export function needsSecondFactor(actor: Actor): boolean {
  return actor.heldRoles.some(({ role }) => ROLES[role].privileged);
}
