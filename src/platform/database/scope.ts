import { escapeLiteral } from 'pg';
import { asSettings, type TimeLimits } from './waiting/time-limits.js';

/** The database roles a transaction may run as; each is a NOLOGIN role whose rights the migrations spell out. */
export type ScopeRole =
  'candour_public' | 'candour_member' | 'candour_receipt' | 'candour_gate' | 'candour_operator';

/**
 * In whose name a transaction runs: a role, and settings that row-level security reads. Both are local to the
 * transaction, so that nothing stays on a pooled connection.
 */
export interface Scope {
  readonly role: ScopeRole;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * The statement that opens a transaction in a scope, with what it may wait for; one text, so that it travels with the
 * first query. Everything it sets ends with the transaction.
 */
export function openingStatement(scope: Scope, kind: 'READ ONLY' | 'READ WRITE', limits: TimeLimits): string {
  const settings = Object.entries({ ...asSettings(limits), ...scope.settings, role: scope.role }).map(
    ([name, value]) => `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`,
  );
  return `BEGIN ${kind}; SELECT ${settings.join(', ')}`;
}
