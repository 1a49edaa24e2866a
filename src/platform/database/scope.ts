import { escapeLiteral } from 'pg';
import type { RoleNames, ScopeRole } from './roles/role-names.js';
import { asSettings, type TimeLimits } from './waiting/time-limits.js';

/**
 * In whose name a transaction runs: a role, and settings that row-level security reads. Both are local to the
 * transaction, so that nothing stays on a pooled connection.
 */
export interface Scope {
  readonly role: ScopeRole;
  readonly settings: Readonly<Record<string, string>>;
}

/**
/** What a transaction is opened with besides its scope. */
export interface Opening {
  readonly limits: TimeLimits;
  readonly roles: RoleNames;
}

/**
 * The statement that opens a transaction in a scope, with what it may wait for; one text, so that it travels with the
 * first query. Everything it sets ends with the transaction, and nothing is left to what the connection was opened
 * with, because a pooler may hand each transaction another one.
 */
export function openingStatement(
  scope: Scope,
  kind: 'READ ONLY' | 'READ WRITE',
  { limits, roles }: Opening,
): string {
  const role = roles.of(scope.role);
  const settings = Object.entries({ TimeZone: 'UTC', ...asSettings(limits), ...scope.settings, role }).map(
    ([name, value]) => `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`,
  );
  return `BEGIN ${kind}; SELECT ${settings.join(', ')}`;
}
