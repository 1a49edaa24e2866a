import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { RoleNames } from '../roles/role-names.js';
import { CATALOGUE } from './catalogue-statement.js';

/** Every piece of a schema by its name, such as a policy or a right, and how it is made. */
export type Catalogue = Readonly<Record<string, string>>;

/** How a database differs from what the migrations make, piece by piece. */
export interface CatalogueDifferences {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly added: readonly string[];
}

interface PieceRow {
  readonly piece: string;
  readonly made: string;
  /** The roles that the piece speaks of: its owner, those it is for, those who have a right. */
  readonly roles: readonly string[];
}

const LONGEST_IN_FULL = 60;

/**
 * The pieces of the database of this connection: schemas, tables, columns, constraints, indexes, policies, triggers,
 * functions, views, rights, with their owners. Roles have plain names in it, so that it is the same for every installation.
 * @param client a connection as any login: everybody may read how a database is made.
 */
export async function catalogueOf(client: Client, names: RoleNames): Promise<Catalogue> {
  const owner = await ownerOf(client);
  const plain = (role: string): string => {
    if (role === owner || role === 'pg_database_owner') return 'owner';
    return role === '' || role === '-' ? 'everyone' : names.plainIn(role);
  };
  const { rows } = await client.query<PieceRow>(CATALOGUE);
  const pieces = rows.map(({ piece, made, roles }): [string, string] => {
    const [first = '', ...others] = roles.map(plain);
    const told = [made, ...others.sort()].filter(Boolean).join(' | ');
    return [piece.replace('{role}', first), inShort(names.plainIn(told.replace('{role}', first)))];
  });
  return Object.fromEntries(pieces.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The login that migrated the database, which may have any name; nobody where nothing was migrated. */
async function ownerOf(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ owner: string }>(
    "SELECT tableowner AS owner FROM pg_tables WHERE schemaname = 'public' AND tablename = 'schema_migration'",
  );
  return rows[0]?.owner;
}

/** Compares a database with what the migrations make. */
export function differencesOf(wanted: Catalogue, found: Catalogue): CatalogueDifferences {
  return {
    missing: Object.keys(wanted).filter((piece) => !(piece in found)),
    changed: Object.keys(wanted).filter((piece) => piece in found && found[piece] !== wanted[piece]),
    added: Object.keys(found).filter((piece) => !(piece in wanted)),
  };
}

/** What is long is known by its hash: the migration that made it says it in full. */
function inShort(made: string): string {
  const plain = made.replace(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST_IN_FULL) return plain;
  return `sha256 ${createHash('sha256').update(plain).digest('hex').slice(0, 24)}`;
}
