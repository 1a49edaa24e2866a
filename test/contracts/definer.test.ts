import { Client } from 'pg';
import { newTimelessId } from '../../src/kernel/identifiers.js';
import { fillWithRandomRows } from '../support/random-rows.js';
import { templateDatabase, type TestDatabase } from '../support/server.js';

const SYSTEM = "('pg_catalog', 'information_schema', 'graphile_worker', 'pg_toast')";

describe('What PostgreSQL does past the rules of rows is named', () => {
  let database: TestDatabase;
  let owner: Client;

  beforeAll(async () => {
    database = await templateDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('no role of Candour is a superuser or passes row-level security by, its owner neither', async () => {
    const mighty = await strings(`SELECT rolname AS value FROM pg_roles
      WHERE (rolname LIKE 'candour\\_%' OR rolname = current_user) AND (rolsuper OR rolbypassrls)`);
    expect(mighty).toEqual([]);
  });

  it('only the owner of the database, and nobody who signs in to work with it, can become the definer', async () => {
    const members = await strings(`SELECT rolname AS value FROM pg_roles
      WHERE rolname <> 'candour_definer' AND NOT rolsuper AND pg_has_role(oid, 'candour_definer', 'MEMBER')`);
    expect(members).toEqual([await string('SELECT current_user AS value')]);
  });

  it('runs every SECURITY DEFINER function as that role, with a path and rules of its own', async () => {
    expect(await functionsAmiss()).toEqual([]);
  });

  it('lets every view that does not ask as whoever looks ask as that role', async () => {
    expect(
      await strings(`SELECT oid::regclass::text AS value FROM pg_class
        WHERE relkind = 'v' AND relnamespace::regnamespace::text NOT IN ${SYSTEM}
          AND relowner <> 'candour_definer'::regrole AND NOT coalesce(reloptions @> '{security_invoker=true}', false)`),
    ).toEqual([]);
  });

  it('gives the role a right and a rule for each table that such a function or view names', async () => {
    expect((await tablesNamed()).length).toBeGreaterThan(20);
    expect(await tablesAmiss()).toEqual([]);
  });

  it('gives it no right to a table that none of them names', async () => {
    const named = new Set(await tablesNamed());
    const granted = await strings(`SELECT DISTINCT table_schema || '.' || table_name AS value
      FROM information_schema.role_column_grants JOIN information_schema.tables USING (table_schema, table_name)
      WHERE grantee = 'candour_definer' AND table_type = 'BASE TABLE' AND table_schema <> 'graphile_worker'`);
    expect(granted.filter((table) => !named.has(table))).toEqual([]);
  });

  it('finds a function that was forgotten, and a table that it may not read', async () => {
    await owner.query(`BEGIN;
      CREATE FUNCTION concerns.count_all() RETURNS bigint LANGUAGE sql SECURITY DEFINER
        AS $$ SELECT count(*) FROM concerns.concern c $$`);
    const [forgotten, unread] = [await functionsAmiss(), await tablesAmiss()];
    await owner.query('ROLLBACK');
    expect(forgotten).toEqual(['concerns.count_all()']);
    expect(unread).toEqual(['concerns.concern']);
  });

  it('lets the role do in every row what it may do to the table, so that nothing is passed over in silence', async () => {
    expect(await rightsWithoutRules()).toEqual([]);
    await owner.query('BEGIN; DROP POLICY "functions of the database read it" ON reviews.score');
    const forgotten = await rightsWithoutRules();
    await owner.query('ROLLBACK');
    expect(forgotten).toEqual(['SELECT reviews.score']);
  });

  it('shows the role every row that is there', async () => {
    const filled = await templateDatabase();
    const superuser = new Client({ connectionString: filled.superuserUrl });
    await superuser.connect();
    const pool = [newTimelessId(), newTimelessId()];
    const seen: [string, number, number][] = [];
    await superuser.query("SET session_replication_role = 'replica'");
    for (const [at, table] of (await tablesRead()).entries()) {
      await fillWithRandomRows(superuser, table, { pool, seed: 9 + at, count: 12 });
      seen.push([
        table,
        await counted(superuser, table, 'none'),
        await counted(superuser, table, 'candour_definer'),
      ]);
    }
    await superuser.end();
    await filled.drop();
    expect(seen.filter(([, there, shown]) => there !== shown)).toEqual([]);
    expect(seen.filter(([, there]) => there > 0).length).toBeGreaterThan(20);
  }, 60_000);

  it('cannot sign in, and the login of the application cannot become it', async () => {
    expect(
      await strings(
        "SELECT rolname AS value FROM pg_roles WHERE rolname = 'candour_definer' AND rolcanlogin",
      ),
    ).toEqual([]);
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    const become = await app.query('SET ROLE candour_definer').catch(String);
    await app.query('BEGIN; SET LOCAL ROLE candour_operator');
    const becomeFromScope = await app.query('SET LOCAL ROLE candour_definer').catch(String);
    await app.end();
    expect([become, becomeFromScope]).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining('permission denied to set role') as string),
    );
  });

  it('refuses a migration that would pass over rows in silence', async () => {
    await owner.query('BEGIN; SET LOCAL row_security = off');
    const refused = await owner.query('UPDATE identity.person SET fictional = true').catch(String);
    await owner.query('ROLLBACK');
    expect(refused).toContain('would be affected by row-level security policy for table "person"');
  });

  function functionsAmiss(): Promise<string[]> {
    return strings(`SELECT oid::regprocedure::text AS value FROM pg_proc
      WHERE prosecdef AND pronamespace::regnamespace::text NOT IN ${SYSTEM} AND NOT (
        proowner = 'candour_definer'::regrole
        AND coalesce(proconfig @> ARRAY['search_path=""', 'row_security=on'], false))`);
  }

  /** Tables whose name with its schema stands in the text of such a function or view, or of one that it calls. */
  function tablesNamed(condition = 'true'): Promise<string[]> {
    return strings(`WITH runs AS (
        SELECT prosrc AS said FROM pg_proc
          WHERE (prosecdef OR proowner = 'candour_definer'::regrole) AND pronamespace::regnamespace::text NOT IN ${SYSTEM}
        UNION ALL SELECT pg_get_viewdef(oid) FROM pg_class
          WHERE relkind = 'v' AND relnamespace::regnamespace::text NOT IN ${SYSTEM} AND relowner = 'candour_definer'::regrole),
      text AS (
        SELECT said FROM runs
        UNION ALL SELECT pg_get_viewdef(v.oid) FROM pg_class v
          WHERE relkind = 'v' AND relnamespace::regnamespace::text NOT IN ${SYSTEM} AND EXISTS (
            SELECT FROM runs WHERE said ~ ('\\m' || replace(v.oid::regclass::text, '.', '\\.') || '\\M')))
      SELECT c.oid::regclass::text AS value FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text NOT IN ${SYSTEM} AND c.relnamespace <> 'public'::regnamespace
        AND EXISTS (SELECT FROM text WHERE said ~ ('\\m' || replace(c.oid::regclass::text, '.', '\\.') || '\\M'))
        AND ${condition} ORDER BY 1`);
  }

  function tablesAmiss(): Promise<string[]> {
    return tablesNamed(`NOT (has_any_column_privilege('candour_definer', c.oid, 'SELECT, INSERT')
      AND (NOT c.relrowsecurity OR EXISTS (
        SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND 'candour_definer'::regrole = ANY (p.polroles))))`);
  }

  function tablesRead(): Promise<string[]> {
    return strings(`SELECT oid::regclass::text AS value FROM pg_class
      WHERE relkind = 'r' AND relrowsecurity AND relnamespace::regnamespace::text NOT IN ${SYSTEM}
        AND has_table_privilege('candour_definer', oid, 'SELECT') ORDER BY 1`);
  }

  /** A right that no rule of rows, or one with a condition, goes with: PostgreSQL passes rows over and says nothing. */
  function rightsWithoutRules(): Promise<string[]> {
    return strings(`SELECT command || ' ' || c.oid::regclass AS value
      FROM pg_class c, (VALUES ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')) AS can (command, letter)
      WHERE c.relkind = 'r' AND c.relrowsecurity AND c.relnamespace::regnamespace::text <> 'pg_catalog'
        AND CASE command WHEN 'DELETE' THEN has_table_privilege('candour_definer', c.oid, command)
          ELSE has_any_column_privilege('candour_definer', c.oid, command) END
        AND (EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive
            AND p.polroles && ARRAY[0::oid, 'candour_definer'::regrole])
          OR NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
            AND 'candour_definer'::regrole = ANY (p.polroles) AND p.polcmd IN (letter::"char", '*')
            AND coalesce(pg_get_expr(p.polqual, c.oid), 'true') = 'true'
            AND coalesce(pg_get_expr(p.polwithcheck, c.oid), 'true') = 'true'))
      ORDER BY 1`);
  }

  async function counted(superuser: Client, table: string, role: string): Promise<number> {
    await superuser.query(`SET ROLE ${role}`);
    const { rows } = await superuser.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    await superuser.query('RESET ROLE');
    return rows[0]?.n ?? 0;
  }

  async function string(text: string): Promise<string> {
    const [first = ''] = await strings(text);
    return first;
  }

  async function strings(text: string): Promise<string[]> {
    const { rows } = await owner.query<{ value: string }>(text);
    return rows.map(({ value }) => value);
  }
});
