import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { projectRoot } from '../../src/kernel/project-root.js';
import { migrate, pendingMigrations } from '../../src/platform/database/schema/migrate.js';
import { emptyDatabase, type TestDatabase } from '../support/server.js';

let database: TestDatabase;

beforeEach(async () => {
  database = await emptyDatabase();
});

afterEach(() => database.drop());

describe('Migrating', () => {
  it('brings an empty database to the newest schema, and then finds nothing to do', async () => {
    expect(await pendingMigrations(database.connection)).toBe(true);
    expect(await migrate(database.connection)).not.toEqual([]);
    expect(await pendingMigrations(database.connection)).toBe(false);
    expect(await migrate(database.connection)).toEqual([]);
  });

  it('has one migration of each number, because those of one number would be undone in another order than they were done', () => {
    const numbers = readdirSync(join(projectRoot, 'migrations'))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => name.slice(0, 4));
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  });

  it('is done once when two processes start at the same moment', async () => {
    const ran = await Promise.all([1, 2].map(() => migrate(database.connection)));
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
  });

  it('is undone step by step to where data flows began, and done again', async () => {
    await migrate(database.connection);
    const before = [await columns(), await rowRules()];
    const undone = await undoneTo('DataFlows');
    expect(undone).toContain('DraftsPutAside1764000000067');
    expect((await columns()).filter((column) => column.startsWith('data_sharing.'))).toEqual([]);
    expect(await migrate(database.connection)).toEqual([...undone].reverse());
    expect([await columns(), await rowRules()]).toEqual(before);
  });

  /** Undoes migrations, newest first, up to and with the one whose name begins so. */
  async function undoneTo(name: string): Promise<string[]> {
    const source = await new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      migrations: [fileURLToPath(new URL('../../migrations/*.js', import.meta.url))],
      migrationsTableName: 'schema_migration',
    }).initialize();
    const undone: string[] = [];
    try {
      while (undone.at(-1)?.startsWith(name) !== true) {
        const [last] = await source.query<{ name: string }[]>(
          'SELECT name FROM schema_migration ORDER BY timestamp DESC LIMIT 1',
        );
        await source.undoLastMigration();
        undone.push(last?.name ?? '');
      }
      return undone;
    } finally {
      await source.destroy();
    }
  }

  function rowRules(): Promise<string[]> {
    return strings(
      `SELECT concat_ws(' ', schemaname, tablename, policyname, qual, with_check) AS value FROM pg_policies ORDER BY 1`,
    );
  }

  function columns(): Promise<string[]> {
    return strings(
      `SELECT attrelid::regclass || '.' || attname AS value FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
       WHERE relkind = 'r' AND attnum > 0 AND NOT attisdropped AND relnamespace::regnamespace::text <> 'pg_catalog' ORDER BY 1`,
    );
  }

  async function strings(text: string): Promise<string[]> {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ value: string }>(text);
    await owner.end();
    return rows.map(({ value }) => value);
  }
});
