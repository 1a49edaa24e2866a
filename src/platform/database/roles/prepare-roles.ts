import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { StartFault } from '../../start-fault.js';
import { SCOPE_ROLES, type RoleNames } from './role-names.js';

/** The version from which a membership says by itself whether it inherits, and asks for the right to become the role. */
const SAYS_HOW_TO_BE_A_MEMBER = 160_000;

/**
 * Makes the roles of scopes and the role of SECURITY DEFINER functions where they are missing, and lets the owner of the
 * database hand functions to that role and see what it sees. Nothing that is there is changed.
 * @throws StartFault when the roles belong to another Candour on the same server.
 */
export async function prepareRoles(owner: Client, names: RoleNames): Promise<void> {
  await refuseRolesOfAnother(owner, names);
  for (const role of [...SCOPE_ROLES, 'candour_definer' as const]) await makeRole(owner, names.of(role));
  await becomeDefiner(owner, names.of('candour_definer'));
}

/** Whether the server lets a membership say whether it inherits: PostgreSQL 16 or later. */
export async function saysHowToBeAMember(owner: Client): Promise<boolean> {
  const { rows } = await owner.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  return (rows[0]?.version ?? 0) >= SAYS_HOW_TO_BE_A_MEMBER;
}

async function makeRole(owner: Client, name: string): Promise<void> {
  await owner.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${escapeLiteral(name)}) THEN
        CREATE ROLE ${escapeIdentifier(name)} NOLOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
}

/** PostgreSQL knows in which databases a role was given rights. An installation that shared its roles before may go on. */
async function refuseRolesOfAnother(owner: Client, names: RoleNames): Promise<void> {
  const { rows } = await owner.query<{ datname: string; here: boolean }>(
    `SELECT DISTINCT d.datname, d.datname = current_database() AS here FROM pg_shdepend s
     JOIN pg_roles r ON r.oid = s.refobjid AND s.refclassid = 'pg_authid'::regclass
     JOIN pg_database d ON d.oid = s.dbid WHERE r.rolname = ANY ($1) ORDER BY 1`,
    [SCOPE_ROLES.map((role) => names.of(role))],
  );
  const [other] = rows;
  if (other === undefined || rows.some(({ here }) => here)) return;
  throw new StartFault(
    `The roles ${names.of('candour_public')}, ${names.of('candour_member')} and so on belong to another Candour on this server, in the database ${other.datname}. ` +
      'Set DATABASE_ROLES to a word of its own, such as the name of the database, so that neither can act in the other.',
  );
}

async function becomeDefiner(owner: Client, definer: string): Promise<void> {
  const detailed = await saysHowToBeAMember(owner);
  const needed = detailed ? ['USAGE', 'SET'] : ['USAGE'];
  const { rows } = await owner.query<{ member: boolean }>(
    'SELECT bool_and(pg_has_role($1, needed)) AS member FROM unnest($2::text[]) AS needed',
    [definer, needed],
  );
  if (rows[0]?.member === true) return;
  const how = detailed ? ' WITH INHERIT TRUE, SET TRUE' : '';
  await owner.query(`GRANT ${escapeIdentifier(definer)} TO CURRENT_USER${how}`);
}
