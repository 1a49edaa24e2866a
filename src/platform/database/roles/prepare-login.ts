import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { addressAs } from '../../settings/application-login.js';
import { StartFault } from '../../start-fault.js';
import type { Connection } from '../connection.js';
import { saysHowToBeAMember, SCOPE_ROLES } from './prepare-roles.js';

const WRONG_PASSWORD = '28P01';

/** The login that the application works with, as the owner of the database finds it. */
interface Login {
  readonly name: string;
  readonly password: string;
}

/**
 * Lets the application's login become each role of a scope, and nothing else. The login that Candour names itself is
 * made where it is missing; a password that is there already is nobody's to change behind their back.
 * @param renew gives Candour's own login the password that the settings say.
 * @throws StartFault when the login is missing, has another password, stands above the walls, or would have every
 *   scope's rights at once.
 */
export async function prepareLogin(owner: Client, connection: Connection, renew: boolean): Promise<void> {
  const url = new URL(connection.appUrl);
  const login = { name: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const isOwn = login.name === connection.roles.of('candour_app');
  const { rows } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [login.name]);
  const isFound = rows.length > 0;
  if (!isFound) await makeLogin(owner, login, isOwn);
  await refuseMightyLogin(owner, connection, login.name);
  if (isFound && isOwn && (renew || connection.isOwnServer)) await givePassword(owner, login);
  await owner.query('BEGIN');
  try {
    const scopes = SCOPE_ROLES.map((role) => connection.roles.of(role));
    await letBecomeScopes(owner, login.name, scopes);
    await refuseEverybodyAtOnce(owner, login.name, scopes);
    await owner.query('COMMIT');
  } catch (fault) {
    await owner.query('ROLLBACK');
    throw fault;
  }
  await letConnect(owner, login.name);
  if (isFound) await refuseOtherPassword(connection, login);
}

async function makeLogin(owner: Client, login: Login, isOwn: boolean): Promise<void> {
  if (!isOwn)
    throw new StartFault(
      `The login ${login.name} that DATABASE_APP_URL names does not exist. Make it with CREATE ROLE ${escapeIdentifier(login.name)} LOGIN NOINHERIT PASSWORD '…', then migrate again.`,
    );
  const rights = 'LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE';
  await owner.query(`DO $$ BEGIN CREATE ROLE ${escapeIdentifier(login.name)} ${rights};
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
  await givePassword(owner, login);
}

async function givePassword(owner: Client, { name, password }: Login): Promise<void> {
  await owner.query(`ALTER ROLE ${escapeIdentifier(name)} PASSWORD ${escapeLiteral(password)}`);
}

/** A login that stands above the walls would make each of them worth nothing, however the application behaves. */
async function refuseMightyLogin(owner: Client, { roles }: Connection, login: string): Promise<void> {
  const { rows } = await owner.query<{ might: string | null }>(
    `SELECT CASE WHEN rolsuper THEN 'is a superuser'
        WHEN rolbypassrls THEN 'passes row-level security by (BYPASSRLS)'
        WHEN pg_has_role(r.oid, datdba, 'MEMBER') THEN 'owns the database'
        WHEN rolcreaterole THEN 'may create roles (CREATEROLE)'
        WHEN pg_has_role(r.oid, $2, 'MEMBER') THEN 'may become ' || $2 END AS might
     FROM pg_roles r, pg_database WHERE rolname = $1 AND datname = current_database()`,
    [login, roles.of('candour_definer')],
  );
  const might = rows[0]?.might;
  if (typeof might === 'string')
    throw new StartFault(
      `The login ${login} that DATABASE_APP_URL names ${might}, so that no wall would hold. Name one without any right of its own, or none, and migrating makes one.`,
    );
}

/** The login itself has no right to anything: it becomes a scope for one transaction, and inherits none of them. */
async function letBecomeScopes(owner: Client, login: string, scopes: readonly string[]): Promise<void> {
  const detailed = await saysHowToBeAMember(owner);
  const { rows } = await owner.query<{ scope: string }>(
    `SELECT scope FROM unnest($1::text[]) AS scope
     WHERE NOT pg_has_role($2, scope, $3) OR pg_has_role($2, scope, 'USAGE')`,
    [scopes, login, detailed ? 'SET' : 'MEMBER'],
  );
  if (rows.length > 0) {
    const given = rows.map(({ scope }) => escapeIdentifier(scope)).join(', ');
    const how = detailed ? ' WITH INHERIT FALSE, SET TRUE' : '';
    await owner.query(`GRANT ${given} TO ${escapeIdentifier(login)}${how}`);
  }
}

async function refuseEverybodyAtOnce(owner: Client, login: string, scopes: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ scope: string }>(
    "SELECT scope FROM unnest($1::text[]) AS scope WHERE pg_has_role($2, scope, 'USAGE')",
    [scopes, login],
  );
  const [inherited] = rows;
  if (inherited === undefined) return;
  const mend = (await saysHowToBeAMember(owner))
    ? `REVOKE ${escapeIdentifier(inherited.scope)} FROM ${escapeIdentifier(login)}`
    : `ALTER ROLE ${escapeIdentifier(login)} NOINHERIT`;
  throw new StartFault(
    `The login ${login} would have the rights of everybody at once. Run ${mend}, then migrate again.`,
  );
}

async function letConnect(owner: Client, login: string): Promise<void> {
  const { rows } = await owner.query<{ database: string; may: boolean }>(
    "SELECT current_database() AS database, has_database_privilege($1, current_database(), 'CONNECT') AS may",
    [login],
  );
  const [found] = rows;
  if (found === undefined || found.may) return;
  await owner.query(
    `GRANT CONNECT ON DATABASE ${escapeIdentifier(found.database)} TO ${escapeIdentifier(login)}`,
  );
}

/** Asks the server that the owner reached, because a pooler in between may not know the login yet. */
async function refuseOtherPassword(connection: Connection, { name, password }: Login): Promise<void> {
  if (password === '' || connection.ownerUrl === undefined) return;
  const client = new Client({ connectionString: addressAs(connection.ownerUrl, name, password) });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === WRONG_PASSWORD)) return;
    throw new StartFault(
      `PostgreSQL knows another password for the login ${name} than these settings say; it was left as it is. Name the login and its password in DATABASE_APP_URL or, ` +
        `if no other program uses ${name}, run candour migrate --new-password.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
