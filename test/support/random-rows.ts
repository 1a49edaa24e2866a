import fc from 'fast-check';
import type { Client } from 'pg';
import type { Uuid } from '../../src/kernel/identifiers.js';

interface ColumnFacts {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly generated: boolean;
  readonly choices: readonly string[] | null;
}

/**
 * Fills a table with random rows made from nothing but its columns: ids from a small pool, so that rows and actors
 * often meet; texts from the choices that a check constraint names. The checks themselves are taken off the table,
 * because who may see a row does not depend on its making sense; rows that another constraint refuses are left out.
 */
export async function fillWithRandomRows(
  superuser: Client,
  table: string,
  { pool, seed, count }: { pool: readonly Uuid[]; seed: number; count: number },
): Promise<number> {
  const columns = await columnsOfTable(superuser, table);
  const given = columns.filter(({ generated }) => !generated);
  await dropChecks(superuser, table);
  const rows = fc.sample(fc.tuple(...given.map((column) => valueFor(column, pool))), {
    numRuns: count,
    seed,
  });
  let kept = 0;
  for (const row of rows) {
    const places = row.map((_, at) => `$${String(at + 1)}`).join(', ');
    const names = given.map(({ name }) => `"${name}"`).join(', ');
    const inserted = await superuser
      .query(`INSERT INTO ${table} (${names}) VALUES (${places}) ON CONFLICT DO NOTHING`, row)
      .catch(() => ({ rowCount: 0 }));
    kept += inserted.rowCount ?? 0;
  }
  return kept;
}

async function dropChecks(superuser: Client, table: string): Promise<void> {
  const { rows } = await superuser.query<{ conname: string }>(
    "SELECT conname FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'c'",
    [table],
  );
  for (const { conname } of rows) await superuser.query(`ALTER TABLE ${table} DROP CONSTRAINT "${conname}"`);
}

async function columnsOfTable(superuser: Client, table: string): Promise<ColumnFacts[]> {
  const { rows } = await superuser.query<ColumnFacts>(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
       a.attgenerated <> '' AS generated,
       (SELECT array_agg(choice[1]) FROM pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([^'']+)''::text', 'g') AS choice
        WHERE c.conrelid = a.attrelid AND c.contype = 'c' AND c.conkey = ARRAY[a.attnum]
          AND pg_get_constraintdef(c.oid) ~ '= ANY \\(ARRAY') AS choices
     FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [table],
  );
  return rows;
}

function valueFor(
  { name, type, nullable, choices }: ColumnFacts,
  pool: readonly Uuid[],
): fc.Arbitrary<unknown> {
  const value =
    name === 'id' ? fc.uuid({ version: 4 }) : choices ? fc.constantFrom(...choices) : typed(type, pool);
  return nullable ? fc.option(value, { nil: null }) : value;
}

function typed(type: string, pool: readonly Uuid[]): fc.Arbitrary<unknown> {
  if (type === 'uuid') return fc.constantFrom(...pool);
  if (type === 'uuid[]') return fc.subarray([...pool], { maxLength: 2 });
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'smallint' || type === 'bigint') return fc.integer({ min: 1, max: 3 });
  if (type === 'double precision') return fc.constantFrom(0.5, 1, 2.25);
  if (type === 'date') return fc.constantFrom('2021-05-11', '2023-03-10', '2026-11-22');
  if (type.startsWith('timestamp')) return fc.constant('2026-11-22T10:00:00Z');
  if (type === 'jsonb' || type === 'json') return fc.constantFrom('{}', '[{}]');
  if (type === 'bytea') return fc.constant(Buffer.alloc(32));
  if (type.endsWith('[]')) return fc.constant([]);
  return fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8, maxLength: 64 }),
    fc.constant('2021-05-11'),
  );
}
