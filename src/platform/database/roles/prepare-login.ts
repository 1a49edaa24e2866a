import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { addressAs } from '../../settings/application-login.js';
import { StartFault } from '../../start-fault.js';
import type { Connection } from '../reaching/connection.js';
import { loginFault, loginFaultSentence } from './login-fault.js';
import { saysHowToBeAMember } from './prepare-roles.js';
import { SCOPE_ROLES, type RoleNames } from './role-names.js';

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
 * @throws StartFault when the login is missing, has another password than the settings say, or is one
 *   for which no wall would hold.
 */
export async function prepareLogin(owner: Client, connection: Connection, renew: boolean): Promise<void> {
  const url = new URL(connection.appUrl);
  const login = { name: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const isOwn = login.name === connection.roles.of('candour_app');
  const { rows } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [login.name]);
  const isFound = rows.length > 0;
  await owner.query('BEGIN');
  try {
    if (!isFound) await makeLogin(owner, login, isOwn);
    await letBecomeScopes(owner, login.name, connection.roles);
    await letConnect(owner, login.name);
    const fault = await loginFault(owner, connection.roles, login.name);
    if (fault !== null) throw new StartFault(loginFaultSentence(login.name, fault));
    if (isFound && isOwn && (renew || connection.isOwnServer)) await givePassword(owner, login);
    await owner.query('COMMIT');
  } catch (fault) {
    await owner.query('ROLLBACK');
    throw fault;
  }
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

/** The login itself has no right to anything: it becomes a scope for one transaction, and inherits none of them. */
async function letBecomeScopes(owner: Client, login: string, roles: RoleNames): Promise<void> {
  const scopes = SCOPE_ROLES.map((role) => roles.of(role));
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
