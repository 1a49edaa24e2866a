import type { Actor } from '../../identity/actor.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { checking, type Act } from '../../ledger/act.js';

/**
 * Refuses what went before in the same transaction when it leaves nobody to keep people. The operator may: the
 * console is how an installation gets its first administrator, and its next. Two who remove each other at the same moment take
 * turns here, so that the second sees what the first has done.
 */
export function keepingAnAdministrator(actor: Actor): Act {
  return checking(async (look) => {
    if (actor.standing === 'operator') return;
    await look({ text: "SELECT pg_advisory_xact_lock(hashtext('the last administrator'))" });
    const left = await look({
      text: `SELECT FROM identity.membership m JOIN identity.person p ON p.id = m.person_id
        WHERE m.role = 'ADMIN' AND m.ended_on IS NULL AND p.suspended_on IS NULL LIMIT 1`,
    });
    if (left.length === 0)
      throw new OutOfTurn('Nobody would be left to keep people. Make somebody else an administrator first.');
  });
}
