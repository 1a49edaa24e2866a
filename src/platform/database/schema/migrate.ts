import { runMigrations as prepareJobs } from 'graphile-worker';
import { Client } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { isRestoreUnderWay } from '../../backup/under-way.js';
import { StartFault } from '../../start-fault.js';
import type { Connection } from '../reaching/connection.js';
import { prepareLogin } from '../roles/prepare-login.js';
import { prepareRoles } from '../roles/prepare-roles.js';
import type { RoleNames } from '../roles/role-names.js';
import { knownMigrations, newerSentence, schemaStanding } from './known-migrations.js';
import { letOwnerKeepRows } from './owner-keeps-rows.js';
import { messageOf, withOwner } from '../reaching/with-owner.js';

const MIGRATION_LOCK = 72_391_843;
const RIGHTS_NEEDED =
  'The login that DATABASE_URL names must own the database and be able to create roles (CREATEROLE); it needs to be no superuser. Give it that right, or name another login.';

/** The last migration that may meet rows which row-level security keeps from the owner; see `runsInSight`. */
const LAST_OF_AN_ALL_SEEING_OWNER = 'EngagementsKept1764000000083';

/** How a database is migrated, where it is not simply to the newest schema. */
export interface MigrationWish {
  /** Gives the application's own login the password of these settings, if it has another. */
  readonly newPassword?: boolean;
  /** The migrations to stop at, where a backup is older than this version; all of them unless said. */
  readonly only?: readonly string[];
}

/**
 * Brings the database to the newest schema and returns the names of the migrations it ran; none when it was there
 * already. Each migration is one transaction, and only one process migrates at a time.
 * @param connection with the address of an owner: a login that owns the database and may create roles.
 * @throws StartFault when the database cannot be reached, was migrated by a newer version, its owner lacks a right, its
 *   login cannot be used, or a migration fails: the database is then as it was before that migration.
 */
export async function migrate(
  connection: Connection,
  { newPassword = false, only }: MigrationWish = {},
): Promise<readonly string[]> {
  const ownerUrl = connection.owner();
  return withOwner(connection, async (owner) => {
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (only === undefined) await refuseHalfRestored(owner);
    await refuseNewer(owner);
    await prepareRoles(owner, connection.roles).catch(refuseRoles);
    await prepareLogin(owner, connection, newPassword).catch(refuseRoles);
    await prepareJobs({ connectionString: ownerUrl });
    const ran = await runPending(ownerUrl, connection.roles, only);
    await letOwnerKeepRows(owner);
    return ran;
  });
}

/** Half of what people said looks like a whole: it is neither served nor brought to another schema. */
async function refuseHalfRestored(owner: Client): Promise<void> {
  if (await isRestoreUnderWay(owner))
    throw new StartFault(
      'A restore into this database is under way, or was broken off. Wait for its end, or run candour restore FILE again: it takes away what is there, and starts anew.',
    );
}

/**
 * Whether migrations wait to be run; a ready application has none. A process without the owner's address asks with its
 * own login.
 * @throws when the database does not answer, or does not know that login yet, and StartFault when a newer version has
 *   migrated it.
 */
export async function pendingMigrations({ ownerUrl, appUrl, roles }: Connection): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl ?? appUrl });
  await client.connect();
  try {
    const role = ownerUrl === undefined ? `SET LOCAL ROLE ${roles.of('candour_operator')};` : '';
    await client.query(`BEGIN READ ONLY; ${role}`);
    await refuseNewer(client);
    const { waiting } = await schemaStanding(await migrationsThatRan(client));
    return waiting.length > 0;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && NOT_THERE.has(String(fault.code))) return true;
    throw fault;
  } finally {
    await client.end();
  }
}

/** The states of an empty database: no such table or schema, no right to it, no such role. */
const NOT_THERE = new Set(['42P01', '3F000', '42501', '42704', '22023']);

/** Nothing is touched in a database that a newer version has migrated: what it holds means something else there. */
async function refuseNewer(client: Client): Promise<void> {
  const newer = newerSentence(await schemaStanding(await migrationsThatRan(client)));
  if (newer !== undefined)
    throw new StartFault(
      `${newer} Start the newer version, or restore a backup that was made before it into an empty database.`,
    );
}

async function migrationsThatRan(client: Client): Promise<readonly string[]> {
  const found = await client.query<{ there: boolean }>(
    "SELECT to_regclass('public.schema_migration') IS NOT NULL AS there",
  );
  if (found.rows[0]?.there !== true) return [];
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM public.schema_migration ORDER BY id',
  );
  return rows.map(({ name }) => name);
}

function refuseRoles(fault: unknown): never {
  if (fault instanceof StartFault) throw fault;
  throw new StartFault(`The roles could not be made: ${messageOf(fault)}. ${RIGHTS_NEEDED}`);
}

async function runPending(
  ownerUrl: string,
  roles: RoleNames,
  only?: readonly string[],
): Promise<readonly string[]> {
  const source = await (await migrationSource(ownerUrl, only)).initialize();
  try {
    for (const migration of source.migrations) runsInSight(migration, roles);
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } catch (fault) {
    throw new StartFault(
      `The migration ${await firstPending(source)} could not be run: ${messageOf(fault)}. The database is as it was before it. Mend what the message says, then start again.`,
    );
  } finally {
    await source.destroy();
  }
}

/**
 * A migration names roles as the code does, and the server may know them by other names. Where row-level security would
 * keep rows from its owner, PostgreSQL refuses the statement instead of passing them over in silence.
 */
function runsInSight(migration: MigrationInterface, roles: RoleNames): void {
  const up = migration.up.bind(migration);
  const refuses = stampOf(migration.name ?? '') > stampOf(LAST_OF_AN_ALL_SEEING_OWNER);
  migration.up = async (runner) => {
    await runner.query(`SET LOCAL row_security = ${refuses ? 'off' : 'on'}`);
    await up(withNamesOf(runner, roles));
  };
}

function withNamesOf(runner: QueryRunner, roles: RoleNames): QueryRunner {
  const query = (text: string, ...values: unknown[]): Promise<unknown> =>
    runner.query(roles.inSql(text), ...(values as [unknown[]?]));
  return Object.assign(Object.create(runner) as QueryRunner, { query });
}

function stampOf(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 0);
}

async function firstPending(source: DataSource): Promise<string> {
  const ran = await source.query<{ name: string }[]>('SELECT name FROM schema_migration');
  const names = new Set(ran.map(({ name }) => name));
  const pending = source.migrations.find(({ name }) => name === undefined || !names.has(name));
  return pending?.name ?? 'after the last';
}

async function migrationSource(url: string, only?: readonly string[]): Promise<DataSource> {
  const known = await knownMigrations();
  return new DataSource({
    type: 'postgres',
    url,
    installExtensions: false,
    migrations: known.filter(({ name }) => only?.includes(name) ?? true).map(({ run }) => run),
    migrationsTableName: 'schema_migration',
  });
}
