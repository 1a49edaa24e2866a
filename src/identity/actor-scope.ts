import type { ScopeRole } from '../platform/database/roles/role-names.js';
import type { Scope } from '../platform/database/scope.js';
import type { Actor, Standing } from './actor.js';

const ROLE_OF: Record<Standing, ScopeRole> = {
  visitor: 'candour_public',
  person: 'candour_member',
  receipt: 'candour_receipt',
  operator: 'candour_operator',
};

/** The scope in which this actor's transactions run: what row-level security is told, and nothing more. */
export function scopeOf(actor: Actor): Scope {
  return {
    role: ROLE_OF[actor.standing],
    settings: {
      'candour.person': actor.personId ?? '',
      'candour.receipt': actor.receiptFor ?? '',
      'candour.memberships': actor.heldRoles
        .map(({ role, organisationId }) => `${role}@${organisationId ?? ''}`)
        .join(','),
    },
  };
}

/** The scope of signing in itself: it may check secrets and sessions, and sees no records. */
export const GATE: Scope = { role: 'candour_gate', settings: {} };
