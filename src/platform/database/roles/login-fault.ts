import { Client, type ClientBase } from 'pg';
import { StartFault } from '../../start-fault.js';
import type { Connection } from '../reaching/connection.js';
import { SCOPE_ROLES, type RoleNames } from './role-names.js';

/** Roles of PostgreSQL's own that reach past every database. */
const OF_THE_SERVER = [
  ...['pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files'],
  'pg_execute_server_program',
];

/**
 * What every session may be told to begin with, and what then holds no more: that triggers fire, in whose name rows are
 * asked for, and what a name of PostgreSQL's own means.
 */
const UNFIT = '^(session_replication_role=replica$|role=|candour[.]|search_path=.*, *"?pg_catalog)';

/** $1 is the login, $2 the definer, $3 the roles of scopes, $4 all of these, $5 those of the server, $6 unfit settings. */
const FAULT = `SELECT CASE WHEN rolsuper THEN 'is a superuser'
      WHEN rolbypassrls THEN 'passes row-level security by (BYPASSRLS)'
      WHEN rolreplication THEN 'may copy the whole server (REPLICATION)'
      WHEN pg_has_role(r.oid, datdba, 'MEMBER') THEN 'owns the database'
      WHEN rolcreaterole THEN 'may create roles (CREATEROLE)'
      WHEN pg_has_role(r.oid, $2, 'MEMBER') THEN 'may become ' || $2
      WHEN EXISTS (SELECT FROM unnest($3::text[]) AS scope WHERE pg_has_role(r.oid, scope, 'USAGE'))
        THEN 'has the rights of everybody at once (INHERIT)'
      WHEN EXISTS (SELECT FROM pg_roles k WHERE k.rolname = ANY ($5::text[]) AND pg_has_role(r.oid, k.oid, 'MEMBER'))
        THEN 'may reach data or files of the whole server'
      ELSE coalesce(
        (SELECT 'leads to the role ' || k.rolname || ', which is a superuser or passes row-level security by'
          FROM pg_roles k WHERE (k.rolname = $2 OR pg_has_role(r.oid, k.oid, 'MEMBER')) AND (k.rolsuper OR k.rolbypassrls)
          ORDER BY 1 LIMIT 1),
        (SELECT 'leads to the role ' || k.rolname || ', which was let become ' || o.rolname
          FROM pg_auth_members m JOIN pg_roles k ON k.oid = m.member JOIN pg_roles o ON o.oid = m.roleid
          WHERE k.rolname = ANY ($4::text[]) ORDER BY 1 LIMIT 1),
        (SELECT 'begins every session with ' || x.setting FROM pg_db_role_setting s, unnest(s.setconfig) AS x (setting)
          WHERE s.setrole IN (0, r.oid) AND s.setdatabase IN (0, pg_database.oid) AND x.setting ~* $6 ORDER BY 1 LIMIT 1),
        (SELECT 'may switch off every trigger (session_replication_role)' FROM pg_roles k
          WHERE k.rolname = ANY (array_append($4::text[], r.rolname::text))
            AND has_parameter_privilege(k.oid, 'session_replication_role', 'SET') LIMIT 1)) END AS fault
   FROM pg_roles r, pg_database WHERE rolname = $1 AND datname = current_database()`;

/**
 * Why no wall would hold for a login of PostgreSQL, however the application behaves: the rest of a sentence about it;
 * null for a login that has no right of its own. Every login may ask.
 */
export async function loginFault(
  client: ClientBase,
  roles: RoleNames,
  login: string,
): Promise<string | null> {
  const scopes = SCOPE_ROLES.map((role) => roles.of(role));
  const { rows } = await client.query<{ fault: string | null }>(FAULT, [
    login,
    roles.of('candour_definer'),
    scopes,
    [...scopes, roles.of('candour_definer')],
    OF_THE_SERVER,
    UNFIT,
  ]);
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
  return `The login ${login} that DATABASE_APP_URL names ${fault}, so that no wall would hold. Take that back, or name one without any right of its own (NOINHERIT), or none, and migrating makes one.`;
}
