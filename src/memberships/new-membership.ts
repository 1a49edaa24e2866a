import type { HeldRole } from '../identity/actor.js';
import { Membership } from '../identity/people/membership.entity.js';
import { ROLES } from '../identity/roles.js';
import { newId, type Uuid } from '../kernel/identifiers.js';
import { Unprocessable } from '../kernel/refusal.js';
import { made } from '../platform/database/recorded.js';

/**
 * A person's role from this day on.
 * @throws Unprocessable when a role of an organisation names none, or one that is of no organisation names one.
 */
export function newMembership(personId: Uuid, { role, organisationId }: HeldRole, day: string): Membership {
  const { label, ofOrganisation } = ROLES[role];
  if (ofOrganisation && organisationId === null)
    throw new Unprocessable([
      { field: 'organisation', text: `Say for which organisation: ${label} is a role of one` },
    ]);
  if (!ofOrganisation && organisationId !== null)
    throw new Unprocessable([
      { field: 'organisation', text: `Leave this empty: ${label} is not of an organisation` },
    ]);
  return made(Membership, {
    id: newId(),
    personId,
    role,
    organisationId,
    grantedOn: day,
    endedOn: null,
  });
}
