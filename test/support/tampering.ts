import { escapeIdentifier, type Client } from 'pg';
import { getMetadataArgsStorage } from 'typeorm';
import { columnsOf, type RecordedClass } from '../../src/platform/database/recorded.js';

/** The table of a recorded class. */
export function tableOf(recorded: RecordedClass): string {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === recorded);
  if (table?.name === undefined) throw new Error(`${recorded.name} has no table.`);
  return table.name;
}

/** Takes the constraints off a table, so that somebody with every right may write whatever they like. */
export async function withoutConstraints(superuser: Client, table: string): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>(
    "SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('c', 'u', 'x')",
    [table],
  );
  for (const { name } of rows)
    await superuser.query(`ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${escapeIdentifier(name)} CASCADE`);
}

/** Gives every column of one record another value and returns its id; null when there is no such record. */
export async function tamperedRow(superuser: Client, recorded: RecordedClass): Promise<string | null> {
  const table = tableOf(recorded);
  const { rows: types } = await superuser.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type
     FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0`,
    [table],
  );
  const typeOf = new Map(types.map(({ name, type }) => [name, type]));
  const columns = [...columnsOf(recorded).values()].filter((name) => name !== 'id' && name !== 'revision');
  const changes = columns.map(
    (name) => `${escapeIdentifier(name)} = ${another(escapeIdentifier(name), typeOf.get(name))}`,
  );
  const first = `(SELECT id FROM ${table} ORDER BY id LIMIT 1)`;
  const { rows } = await superuser.query<{ id: string }>(
    `UPDATE ${table} SET ${changes.join(', ')} WHERE id = ${first} RETURNING id`,
  );
  return rows[0]?.id ?? null;
}

function another(column: string, type: string | undefined): string {
  if (type === 'boolean') return `${column} IS NOT TRUE`;
  if (type === 'date') return `coalesce(${column} + 1, '2020-02-29')`;
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'bytea') return `coalesce(${column}, '') || '\\x00'`;
  if (type?.endsWith('[]')) return `coalesce(${column}, '{}') || ARRAY[${elementOf(type)}]::${type}`;
  if (type === 'jsonb') return `jsonb_build_object('was', ${column})`;
  if (type?.startsWith('timestamp')) return `coalesce(${column}, now()) + interval '1 second'`;
  if (type === 'text') return `coalesce(${column}, '') || 'x'`;
  return `coalesce(${column}, 0) + 1`;
}

function elementOf(type: string): string {
  if (type === 'uuid[]') return 'gen_random_uuid()';
  return type === 'integer[]' ? '1' : "'x'";
}
