import { Actor, VISITOR } from '../identity/actor.js';
import { ROLE_CODES, ROLES, type Role } from '../identity/roles.js';
import { newId, type Uuid } from '../kernel/identifiers.js';
import type { Access } from './access.js';
import type { Requirement } from './requirement.js';
import type { Route } from './route-book.js';

/** Who the columns of the matrix are: nobody signed in, or a person who holds one role. */
export type MatrixColumn = 'VISITOR' | Role;

/** The columns, in the order people meet them. */
export const MATRIX_COLUMNS: readonly MatrixColumn[] = ['VISITOR', ...ROLE_CODES];

/** One route with the answer for each column: may this role call it at all, for at least some record. */
export interface MatrixRow {
  readonly route: Route;
  readonly allowed: Readonly<Record<MatrixColumn, boolean>>;
}

/** The permission matrix, generated from the router and the policies: there is no list of permissions to forget. */
export function permissionMatrix(routes: readonly Route[], access: Access): readonly MatrixRow[] {
  const organisationId = newId();
  const actors = new Map(MATRIX_COLUMNS.map((column) => [column, actorWith(column, organisationId)]));
  return routes.map((route) => {
    const answers = [...actors].map(([column, actor]) => [column, meets(access, actor, route.requirement)]);
    return { route, allowed: Object.fromEntries(answers) as MatrixRow['allowed'] };
  });
}

/** A person who holds just this role, for the given organisation when the role is of one. */
function actorWith(column: MatrixColumn, organisationId: Uuid): Actor {
  if (column === 'VISITOR') return VISITOR;
  const heldRoles = [{ role: column, organisationId: ROLES[column].ofOrganisation ? organisationId : null }];
  return new Actor({ standing: 'person', personId: newId(), name: ROLES[column].label, heldRoles });
}

function meets(access: Access, actor: Actor, requirement: Requirement): boolean {
  if (requirement.asks === 'nothing') return true;
  if (requirement.asks === 'sign-in') return actor.standing === 'person';
  return access.can(actor, requirement.verb, requirement.subject);
}
