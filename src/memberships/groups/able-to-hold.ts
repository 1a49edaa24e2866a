import type { HeldRole } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import type { Look } from '../../ledger/act.js';
import { select, sql } from '../../platform/database/selection.js';

/** Who is to hold which role, and from when. */
export interface RoleToHold extends HeldRole {
  readonly personId: Uuid;
  readonly day: CalendarDay;
}

/**
 * Refuses a role that somebody cannot hold beside what they hold, held or did, or that would end their independence in a
 * review in which they take part. PostgreSQL has the rule; here it speaks first.
 */
export async function mustBeAbleToHold(look: Look, held: RoleToHold): Promise<void> {
  const why = await whyNotHeld(look, held);
  if (why !== null)
    throw new Unprocessable([{ field: 'role', text: `This role was not given, because ${why}` }]);
}

/** Why somebody cannot hold a role, as a part of a sentence; null when nothing stands against it. */
export async function whyNotHeld(
  look: Look,
  { personId, role, organisationId, day }: RoleToHold,
): Promise<string | null> {
  const values = [personId, role, organisationId, day];
  const [answer] = await look(WHY_NOT.within((list) => `SELECT ${list}`, values));
  return answer?.why ?? null;
}

const WHY_NOT = select({ why: sql<string | null>('memberships.why_not_held($1, $2, $3, $4)') });
