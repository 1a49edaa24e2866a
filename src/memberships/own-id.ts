import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import { NotPermitted } from '../kernel/refusal.js';

/** The id of the person who acts. @throws NotPermitted when it is not a person: the operator has no account. */
export function ownId(actor: Actor): Uuid {
  if (actor.personId === null) throw new NotPermitted();
  return actor.personId;
}
