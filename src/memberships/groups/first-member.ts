import { Unprocessable } from '../../kernel/refusal.js';
import type { Act, Look } from '../../ledger/act.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { columns, select, sql } from '../../platform/database/selection.js';
import { mustBeAbleToHold, type RoleToHold } from './able-to-hold.js';
import { tellingGroup } from './telling/group-notices.js';

/** Who is to hold which role, by the name that a group is told. */
export interface PersonToLetIn extends RoleToHold {
  readonly who: string;
}

/** What goes before the role of a group's first member: that the group is told. Nothing for any other role. */
export async function lettingInFirst(look: Look, held: PersonToLetIn): Promise<Act[]> {
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

const GROUP = select({
  ...columns(Organisation, 'o', 'key', 'name'),
  members: sql<number>('memberships.number_of_members(o.id)::int'),
  contacts: sql<number>(
    '(SELECT count(*)::int FROM memberships.group_contact c WHERE c.organisation_id = o.id AND c.ended_on IS NULL)',
  ),
});
