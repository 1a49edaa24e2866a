import type { Actor } from '../../identity/actor.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import type { Act } from '../../ledger/act.js';
import { tellingGroup } from '../groups/telling/group-notices.js';
import type { RoleHeld } from './people.queries.js';

/**
 * What goes before the end of somebody's role. A group's members are not an administrator's to end; the operator may, for a
 * member who cannot be reached any more, and the group is told.
 */
export function endedBy(actor: Actor, held: RoleHeld, day: string): Act[] {
  const { role, organisationId, personId } = held;
  if (role !== 'USER_GROUP_MEMBER' || organisationId === null) return [];
  if (actor.standing !== 'operator')
    throw new OutOfTurn(
      'An administrator cannot end this role: the group’s own members say who speaks for it. If this account is not safe, suspend it: the group is told.',
    );
  const [groupName, who] = [held.organisationName ?? '', held.personName ?? ''];
  return tellingGroup({ organisationId, groupName, about: 'ended-by-operator', personId, who, day });
}
