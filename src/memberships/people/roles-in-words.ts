import { ROLES } from '../../identity/roles.js';
import type { RoleView } from './people.queries.js';

/** A role as a person reads it. */
export interface RoleInWords extends RoleView {
  readonly label: string;
  readonly purpose: string;
  readonly privileged: boolean;
}

/** Roles with their names and purposes. */
export function rolesInWords(roles: readonly RoleView[]): RoleInWords[] {
  return roles.map((held) => ({ ...held, ...ROLES[held.role] }));
}
