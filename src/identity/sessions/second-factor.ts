import type { Actor } from '../actor.js';
import { ROLES } from '../roles.js';

/** What a session has proven so far: something known, or also something held. */
export type Proven = 'one-factor' | 'two-factor';

/** What a session still owes before it opens anything: a code, or first of all a code generator to make codes with. */
export type Owed = 'nothing' | 'code' | 'generator';

/** Who stands behind a session or token, and whether they have a code generator. */
export interface Holder {
  readonly actor: Actor;
  readonly hasGenerator: boolean;
}

/** True when one of the person's roles demands a second factor at sign-in. */
export function needsSecondFactor(actor: Actor): boolean {
  return actor.heldRoles.some(({ role }) => ROLES[role].privileged);
}

/** What is still owed: whoever has a code generator gives its code each time, whoever needs one sets it up first. */
export function owedBy({ actor, hasGenerator }: Holder, proven: Proven): Owed {
  if (proven === 'two-factor') return 'nothing';
  if (hasGenerator) return 'code';
  return needsSecondFactor(actor) ? 'generator' : 'nothing';
}
