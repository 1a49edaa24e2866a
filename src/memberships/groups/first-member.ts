import type { HeldRole } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import type { Act, Look } from '../../ledger/act.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import type { SqlStatement } from '../../platform/database/database.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { tellingGroup } from './telling/group-notices.js';

/** Who is to hold a role, and from when. */
export interface ToHold extends HeldRole {
  readonly personId: Uuid;
  readonly who: string;
  readonly day: string;
}

/** Refuses a role that somebody cannot hold beside what they hold, held or did. PostgreSQL has the rule; here it speaks first. */
export async function mustBeAbleToHold(
  look: Look,
  { personId, role, organisationId, day }: ToHold,
): Promise<void> {
  const [answer] = await look(whyNotHeld(personId, { role, organisationId }, day));
  const why = answer?.why ?? null;
  if (why !== null)
    throw new Unprocessable([{ field: 'role', text: `This role was not given, because ${why}` }]);
}

/** What goes before the role of a group's first member: that the group is told. Nothing for any other role. */
export async function lettingInFirst(look: Look, held: ToHold): Promise<Act[]> {
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

function whyNotHeld(
  personId: Uuid,
  { role, organisationId }: HeldRole,
  day: string,
): SqlStatement<RowOf<typeof WHY_NOT>> {
  return WHY_NOT.within((list) => `SELECT ${list}`, [personId, role, organisationId, day]);
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
