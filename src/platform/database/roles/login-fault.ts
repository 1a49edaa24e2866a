import { Client, type ClientBase } from 'pg';
import { StartFault } from '../../start-fault.js';
import type { Connection } from '../connection.js';
import { SCOPE_ROLES, type RoleNames } from './role-names.js';

/**
 * Why no wall would hold for a login of PostgreSQL, however the application behaves: the rest of a sentence about it;
 * null for a login that has no right of its own. Every login may ask.
 */
export async function loginFault(
  client: ClientBase,
  roles: RoleNames,
  login: string,
): Promise<string | null> {
  const { rows } = await client.query<{ fault: string | null }>(
    `SELECT CASE WHEN rolsuper THEN 'is a superuser'
        WHEN rolbypassrls THEN 'passes row-level security by (BYPASSRLS)'
        WHEN pg_has_role(r.oid, datdba, 'MEMBER') THEN 'owns the database'
        WHEN rolcreaterole THEN 'may create roles (CREATEROLE)'
        WHEN pg_has_role(r.oid, $2, 'MEMBER') THEN 'may become ' || $2
        WHEN EXISTS (SELECT FROM unnest($3::text[]) AS scope WHERE pg_has_role(r.oid, scope, 'USAGE'))
          THEN 'has the rights of everybody at once (INHERIT)' END AS fault
     FROM pg_roles r, pg_database WHERE rolname = $1 AND datname = current_database()`,
    [login, roles.of('candour_definer'), SCOPE_ROLES.map((role) => roles.of(role))],
  );
  return rows[0]?.fault ?? null;
}

/** Refuses to work with such a login, where nobody migrates who would look at it. @throws StartFault */
export async function refuseMightyLogin({ appUrl, roles }: Connection): Promise<void> {
  const client = new Client({ connectionString: appUrl });
  await client.connect();
  try {
    const login = decodeURIComponent(new URL(appUrl).username);
    const fault = await loginFault(client, roles, login);
    if (fault !== null) throw new StartFault(loginFaultSentence(login, fault));
  } finally {
    await client.end();
  }
}

/** What is said where such a login would be worked with. */
export function loginFaultSentence(login: string, fault: string): string {
  return `The login ${login} that DATABASE_APP_URL names ${fault}, so that no wall would hold. Name one without any right of its own (NOINHERIT), or none, and migrating makes one.`;
}
