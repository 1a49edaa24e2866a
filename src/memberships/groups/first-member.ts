import type { HeldRole } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import type { Act, Look } from '../../ledger/act.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { columns, select, sql } from '../../platform/database/selection.js';
import { tellingGroup } from './telling/group-notices.js';

/** Who is to hold a role, and from when. */
export interface ToHold extends HeldRole {
  readonly personId: Uuid;
  readonly day: string;
}

/**
 * Refuses a role that somebody cannot hold beside what they hold, held or did, or that would end their independence in a
 * review in which they take part. PostgreSQL has the rule; here it speaks first.
 */
export async function mustBeAbleToHold(look: Look, held: ToHold): Promise<void> {
  const why = await whyNotHeld(look, held);
  if (why !== null)
    throw new Unprocessable([{ field: 'role', text: `This role was not given, because ${why}` }]);
}

/** Why somebody cannot hold a role, as a part of a sentence; null when nothing stands against it. */
export async function whyNotHeld(
  look: Look,
  { personId, role, organisationId, day }: ToHold,
): Promise<string | null> {
  const [answer] = await look(
    WHY_NOT.within((list) => `SELECT ${list}`, [personId, role, organisationId, day]),
  );
  return answer?.why ?? null;
}

/** What goes before the role of a group's first member: that the group is told. Nothing for any other role. */
export async function lettingInFirst(look: Look, held: ToHold & { readonly who: string }): Promise<Act[]> {
  await mustBeAbleToHold(look, held);
  const { role, organisationId, personId, who, day } = held;
  if (role !== 'USER_GROUP_MEMBER' || organisationId === null) return [];
  const [group] = await look(GROUP.from('organisations.organisation o WHERE o.id = $1', [organisationId]));
  if (!group) return [];
  if (group.members > 0)
    throw fault('The group has members. They say who else speaks for it, on their own page');
  if (group.contacts === 0)
    throw fault(`Record first whom at the group to tell, on the page of the group: /groups/${group.key}`);
  return tellingGroup({ organisationId, groupName: group.name, about: 'first-member', personId, who, day });
}

function fault(text: string): Unprocessable {
  return new Unprocessable([{ field: 'organisation', text }]);
}

const WHY_NOT = select({ why: sql<string | null>('memberships.why_not_held($1, $2, $3, $4)') });

const GROUP = select({
  ...columns(Organisation, 'o', 'key', 'name'),
  members: sql<number>('memberships.number_of_members(o.id)::int'),
  contacts: sql<number>(
    '(SELECT count(*)::int FROM memberships.group_contact c WHERE c.organisation_id = o.id AND c.ended_on IS NULL)',
  ),
});
