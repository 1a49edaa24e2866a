import { runMigrations as prepareJobs } from 'graphile-worker';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { DataSource } from 'typeorm';
import { knownMigrations, newerSentence, schemaStanding } from './schema/known-migrations.js';
import { letOwnerKeepRows } from './schema/owner-keeps-rows.js';
import { StartFault } from '../start-fault.js';

const SCOPE_ROLES = [
  'candour_public',
  'candour_member',
  'candour_receipt',
  'candour_gate',
  'candour_operator',
];
const APPLICATION_LOGIN = 'candour_app';
const MIGRATION_LOCK = 72_391_843;
const CHECK_URL = 'Check DATABASE_URL and that PostgreSQL runs there, then start again.';
const RIGHTS_NEEDED =
  'The login that DATABASE_URL names must be able to create roles and schemas. Give it that right, or name another login.';

/**
 * Brings the database to the newest schema and returns the names of the migrations it ran; none when it was there
 * already. Each migration is one transaction, and only one process migrates at a time.
 * @param ownerUrl a connection that may create roles and schemas.
 * @param appPassword the password the application's own login gets.
 * @param only the migrations to stop at, where a backup is older than this version; all of them unless said.
 * @throws StartFault when the database cannot be reached, was migrated by a newer version, its login lacks a right, or
 *   a migration fails: the database is then as it was before that migration.
 */
export async function migrate(
  ownerUrl: string,
  appPassword: string,
  only?: readonly string[],
): Promise<readonly string[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect().catch((fault: unknown) => {
    throw new StartFault(`The database could not be reached: ${messageOf(fault)}. ${CHECK_URL}`);
  });
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewer(owner);
    await prepareRoles(owner, appPassword).catch((fault: unknown) => {
      throw new StartFault(`The roles could not be made: ${messageOf(fault)}. ${RIGHTS_NEEDED}`);
    });
    await prepareJobs({ connectionString: ownerUrl });
    const ran = await runPending(ownerUrl, only);
    await letOwnerKeepRows(owner);
    return ran;
  } finally {
    await owner.end();
  }
}

/** The names of migrations that wait to be run; a ready application has none. */
export async function pendingMigrations(ownerUrl: string): Promise<boolean> {
  const source = await (await migrationSource(ownerUrl)).initialize();
  try {
    return await source.showMigrations();
  } finally {
    await source.destroy();
  }
}

/** Nothing is touched in a database that a newer version has migrated: what it holds means something else there. */
async function refuseNewer(owner: Client): Promise<void> {
  const newer = newerSentence(await schemaStanding(await migrationsThatRan(owner)));
  if (newer !== undefined)
    throw new StartFault(
      `${newer} Start the newer version, or restore a backup that was made before it into an empty database.`,
    );
}

async function migrationsThatRan(owner: Client): Promise<readonly string[]> {
  const found = await owner.query<{ there: boolean }>(
    "SELECT to_regclass('public.schema_migration') IS NOT NULL AS there",
  );
  if (found.rows[0]?.there !== true) return [];
  const { rows } = await owner.query<{ name: string }>(
    'SELECT name FROM public.schema_migration ORDER BY id',
  );
  return rows.map(({ name }) => name);
}

async function prepareRoles(owner: Client, appPassword: string): Promise<void> {
  const wanted = [
    ...SCOPE_ROLES.map((role) => [role, 'NOLOGIN'] as const),
    [APPLICATION_LOGIN, 'LOGIN'] as const,
  ];
  for (const [role, kind] of wanted) {
    await owner.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${escapeLiteral(role)}) THEN
        CREATE ROLE ${escapeIdentifier(role)} ${kind} NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
  }
  const database = escapeIdentifier(owner.database ?? 'candour');
  await owner.query(`ALTER ROLE ${APPLICATION_LOGIN} PASSWORD ${escapeLiteral(appPassword)}`);
  await owner.query(`GRANT ${SCOPE_ROLES.join(', ')} TO ${APPLICATION_LOGIN}`);
  await owner.query(`GRANT CONNECT ON DATABASE ${database} TO ${APPLICATION_LOGIN}`);
}

async function runPending(ownerUrl: string, only?: readonly string[]): Promise<readonly string[]> {
  const source = await (await migrationSource(ownerUrl, only)).initialize();
  try {
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

async function firstPending(source: DataSource): Promise<string> {
  const ran = await source.query<{ name: string }[]>('SELECT name FROM schema_migration');
  const names = new Set(ran.map(({ name }) => name));
  const pending = source.migrations.find(({ name }) => name === undefined || !names.has(name));
  return pending?.name ?? 'after the last';
}

function messageOf(fault: unknown): string {
  if (fault instanceof AggregateError) return fault.errors.map(messageOf).join('; ');
  return fault instanceof Error ? fault.message : String(fault);
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
