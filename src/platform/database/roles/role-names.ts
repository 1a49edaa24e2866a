/** The database roles a transaction may run as; each is a NOLOGIN role whose rights the migrations spell out. */
export type ScopeRole =
  'candour_public' | 'candour_member' | 'candour_receipt' | 'candour_gate' | 'candour_operator';

/** The roles that a transaction may run as, which the application's login is a member of. */
export const SCOPE_ROLES: readonly ScopeRole[] = [
  'candour_public',
  'candour_member',
  'candour_receipt',
  'candour_gate',
  'candour_operator',
];

/**
 * Every role that Candour has in PostgreSQL: those of scopes, the one that its SECURITY DEFINER functions run as, and
 * the login that it makes where none is named.
 */
export type CandourRole = ScopeRole | 'candour_definer' | 'candour_app';

const ROLE_IN_SQL = /\bcandour_(public|member|receipt|gate|operator|definer|app)\b/g;

/**
 * How Candour's roles are called on one server. Roles belong to a whole server, so a second Candour beside the first
 * has names of its own, and neither can act in the other's database.
 */
export class RoleNames {
  private readonly onServer: RegExp;

  constructor(private readonly word: string) {
    this.onServer = new RegExp(`\\b${word}_(public|member|receipt|gate|operator|definer|app)\\b`, 'g');
  }

  /** The name on the server of a role: `candour_member` is `second_member` where the names begin with `second`. */
  of(role: CandourRole): string {
    return this.inSql(role);
  }

  /** A statement that names roles as migrations do, with their names on the server. */
  inSql(text: string): string {
    return text.replace(ROLE_IN_SQL, `${this.word}_$1`);
  }

  /** A text of the server with the names that migrations use, so that it is the same for every installation. */
  plainIn(text: string): string {
    return text.replace(this.onServer, 'candour_$1');
  }
}
