import type { Client } from 'pg';

const OF_CANDOUR = ['public', 'member', 'receipt', 'gate', 'operator', 'app', 'definer'];

/**
 * The roles of this installation by plain names. Their real names may carry the name of the database, because roles belong to
 * the whole server; the owner may have any name.
 */
export class RoleNames {
  private constructor(
    private readonly owner: string,
    private readonly database: string,
    private readonly roles: readonly string[],
  ) {}

  /** The names of the roles of the server, as the owner who is connected sees them. */
  static async of(owner: Client): Promise<RoleNames> {
    const { rows } = await owner.query<{ name: string; owner: string; database: string }>(
      'SELECT rolname AS name, current_user AS owner, current_database() AS database FROM pg_roles',
    );
    const [first] = rows;
    return new RoleNames(
      first?.owner ?? '',
      first?.database ?? '',
      rows.map(({ name }) => name),
    );
  }

  /** The plain name of a role; a role that is none of Candour's keeps its own. */
  plain(role: string): string {
    if (role === this.owner || role === 'pg_database_owner') return 'owner';
    if (role === '' || role === '-') return 'everyone';
    const rest = [role, role.replace(this.database, '')].map((name) => name.replace(/^_*candour|_+/g, ''));
    const kind = OF_CANDOUR.find((each) => rest.includes(each));
    return kind === undefined ? role : `candour_${kind}`;
  }

  /** A text, such as the body of a function, with the plain names of the roles that it names. */
  plainIn(text: string): string {
    return this.roles
      .filter((role) => role.includes('_') && this.plain(role) !== role && text.includes(role))
      .reduce((done, role) => done.replace(new RegExp(`\\b${role}\\b`, 'g'), this.plain(role)), text);
  }
}
