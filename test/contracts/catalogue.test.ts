import { writeFileSync } from 'node:fs';
import { Client } from 'pg';
import { RoleNames } from '../../src/platform/database/roles/role-names.js';
import { catalogueOf, differencesOf } from '../../src/platform/database/schema/catalogue.js';
import { CATALOGUE_FILE, madeByMigrations } from '../../src/platform/database/schema/made-by-migrations.js';
import { templateDatabase, type TestDatabase } from '../support/server.js';

describe('Every piece that the migrations make is written down', () => {
  let database: TestDatabase;
  const roles = new RoleNames('candour');
  let client: Client;

  beforeAll(async () => {
    database = await templateDatabase();
    client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('in migrations/catalogue.json, which this test has just written anew if it fails: read the difference and commit it', async () => {
    const made = await catalogueOf(client, roles);
    const differences = differencesOf(writtenDown(), made);
    if (Object.values(differences).flat().length > 0)
      writeFileSync(CATALOGUE_FILE, `${JSON.stringify(made, null, 2)}\n`);
    expect(differences).toEqual({ missing: [], changed: [], added: [] });
  });

  it.each([
    ['a policy that is gone', 'DROP POLICY "everyone reads editions" ON frameworks.edition', 'missing'],
    ['a right that is gone', 'REVOKE SELECT ON frameworks.edition FROM candour_member', 'missing'],
    ['a right too many', 'GRANT DELETE ON ledger.event TO candour_member', 'added'],
    ['a right for everyone', 'GRANT SELECT ON identity.person TO PUBLIC', 'added'],
    ['a switch that is off', 'ALTER TABLE identity.person DISABLE ROW LEVEL SECURITY', 'missing'],
    ['a wall open to the owner', 'ALTER TABLE identity.person NO FORCE ROW LEVEL SECURITY', 'changed'],
    [
      'a policy that lets all through',
      'ALTER POLICY "people see themselves, administrators and leads see people" ON identity.person USING (true)',
      'changed',
    ],
    [
      'a policy for somebody else',
      'ALTER POLICY "the operator keeps people" ON identity.person TO candour_public',
      'changed',
    ],
    [
      'a trigger that sleeps',
      'ALTER TABLE identity.person DISABLE TRIGGER "no change without its event"',
      'changed',
    ],
    ['a trigger that is gone', 'DROP TRIGGER "no change without its event" ON identity.person', 'missing'],
    [
      'a function with another body',
      "CREATE OR REPLACE FUNCTION access.person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT NULL::uuid'",
      'changed',
    ],
    [
      'a function that runs as another',
      'CREATE ROLE stranger_of_this_test; ALTER FUNCTION ledger.tip OWNER TO stranger_of_this_test',
      'changed',
    ],
    ['a function open to everyone', 'GRANT EXECUTE ON FUNCTION work.write_mail TO PUBLIC', 'added'],
    [
      'a constraint that is gone',
      'ALTER TABLE identity.access_token DROP CONSTRAINT "a token lasts at most 365 days"',
      'missing',
    ],
    ['an index that is gone', 'DROP INDEX identity."a role is held once at a time"', 'missing'],
    ['a column that may be empty', 'ALTER TABLE identity.person ALTER COLUMN email DROP NOT NULL', 'changed'],
    ['a table too many', 'CREATE TABLE identity.copied AS SELECT 1 AS one', 'added'],
    [
      'a view that reads something else',
      'CREATE OR REPLACE VIEW publication.promise AS SELECT * FROM publication.promise WHERE false',
      'changed',
    ],
    [
      'a rule that swallows what is written',
      'CREATE RULE swallowed AS ON INSERT TO reviews.score DO INSTEAD NOTHING',
      'added',
    ],
    ['foreign keys that sleep', 'ALTER TABLE reviews.score DISABLE TRIGGER ALL', 'added'],
    [
      'a search whose words were made others',
      "UPDATE pg_ts_dict SET dictinitoption = 'rules = others' WHERE dictname = 'unaccent'",
      'changed',
    ],
    [
      'a function of an extension that does something else',
      "CREATE OR REPLACE FUNCTION search.unaccent(regdictionary, text) RETURNS text LANGUAGE sql STABLE AS 'SELECT NULL'",
      'added',
    ],
    [
      'a function that hides behind an extension',
      "CREATE FUNCTION access.hidden() RETURNS text LANGUAGE sql AS 'SELECT NULL'; ALTER EXTENSION unaccent ADD FUNCTION access.hidden()",
      'added',
    ],
  ] as const)('so that %s is found', async (_, statement, how) => {
    await client.query('BEGIN');
    try {
      const before = await catalogueOf(client, roles);
      await client.query(statement.includes('promise') ? emptied(await definitionOfPromise()) : statement);
      const differences = differencesOf(before, await catalogueOf(client, roles));
      expect(differences[how].length).toBeGreaterThan(0);
    } finally {
      await client.query('ROLLBACK');
    }
  });

  it('and is the same where roles begin with another word', async () => {
    const before = await catalogueOf(client, roles);
    await client.query('BEGIN');
    try {
      await client.query('ALTER ROLE candour_member RENAME TO second_member');
      expect(differencesOf(before, await catalogueOf(client, new RoleNames('second')))).toEqual({
        missing: [],
        changed: [],
        added: [],
      });
      expect(differencesOf(before, await catalogueOf(client, roles)).added).toContain(
        'right of second_member: SELECT on table frameworks.edition',
      );
    } finally {
      await client.query('ROLLBACK');
    }
  });

  async function definitionOfPromise(): Promise<string> {
    const { rows } = await client.query<{ text: string }>(
      "SELECT pg_get_viewdef('publication.promise'::regclass) AS text",
    );
    return rows[0]?.text ?? '';
  }

  function emptied(definition: string): string {
    return `CREATE OR REPLACE VIEW publication.promise AS SELECT * FROM (${definition.replace(/;\s*$/, '')}) x WHERE false`;
  }

  function writtenDown(): ReturnType<typeof madeByMigrations> {
    try {
      return madeByMigrations();
    } catch {
      return {};
    }
  }
});
