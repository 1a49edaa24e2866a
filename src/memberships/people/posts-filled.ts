import type { Actor } from '../../identity/actor.js';
import { Membership } from '../../identity/people/membership.entity.js';
import type { Role } from '../../identity/roles.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { checking, type Act } from '../../ledger/act.js';
import { columns, select } from '../../platform/database/selection.js';
import { turnAt } from '../../platform/database/taking-turns.js';

/** What comes to a stand when nobody holds a post any more. */
const STANDS_STILL: Partial<Record<Role, string>> = {
  ADMIN: 'Nobody would be left to keep people. Make somebody else an administrator first.',
  CONCERN_HANDLER:
    'Nobody would be left to read what people tell us. Make somebody else a concern handler first; if this cannot wait, the operator does it with candour user role.',
  LEAD_REVIEWER:
    'Nobody would be left to keep the promised dates. Make somebody else a lead reviewer first; if this cannot wait, the operator does it with candour user role.',
};

/** The posts that must be filled. */
export const STANDS_STILL_WITHOUT: ReadonlySet<string> = new Set(Object.keys(STANDS_STILL));

/** Who was just suspended, or had one membership ended. */
interface Departure {
  readonly personId: Uuid;
  readonly endedId: Uuid | null;
}

/**
 * Refuses what went before in the same transaction when it leaves a post empty without which the service stands still. The
 * operator may: the console is how an installation gets its first people, and how somebody is shut out at once. Two who remove
 * each other at the same moment take turns here, so that the second sees what the first has done.
 */
export function keepingPostsFilled(actor: Actor, { personId, endedId }: Departure): Act {
  return checking(async (look) => {
    if (actor.standing === 'operator') return;
    await look(turnAt('posts that must be filled'));
    const left = await look(
      LEFT.from(
        `identity.membership m WHERE m.person_id = $1 AND m.role = ANY ($3) AND (m.ended_on IS NULL OR m.id = $2)
          AND NOT EXISTS (SELECT FROM identity.membership o JOIN identity.person p ON p.id = o.person_id
            WHERE o.role = m.role AND o.ended_on IS NULL AND p.suspended_on IS NULL)`,
        [personId, endedId, [...STANDS_STILL_WITHOUT]],
      ),
    );
    const sentences = left.map(({ role }) => STANDS_STILL[role]).filter((sentence) => sentence !== undefined);
    if (sentences.length > 0) throw new OutOfTurn([...new Set(sentences)].join(' '));
  });
}

const LEFT = select(columns(Membership, 'm', 'role'));
