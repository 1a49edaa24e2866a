import type { Client } from 'pg';
import type { KeptTable } from './tables.js';

/** What was taken off tables so that rows can be put in, to be put back when they are. */
export interface OpenedTables {
  readonly tables: readonly string[];
  readonly walled: readonly string[];
  /** The statements that make the references again; each looks at every row. */
  readonly references: readonly string[];
}

/**
 * Empties the tables of what the migrations put there, and takes off references, triggers and the owner's wall, inside
 * the transaction: nobody else ever sees them so. Rows can then come in any order.
 */
export async function openedForRows(owner: Client, kept: readonly KeptTable[]): Promise<OpenedTables> {
  const tables = kept.map(({ name }) => name);
  const { rows: walls } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relforcerowsecurity AND c.oid = ANY ($1::regclass[])`,
    [tables],
  );
  const { rows: references } = await owner.query<{ drop: string; add: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS add
     FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[]) ORDER BY conname`,
    [tables],
  );
  for (const { drop } of references) await owner.query(drop);
  for (const { name } of walls) await owner.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
  for (const table of tables) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await owner.query(`TRUNCATE ${tables.join(', ')}`);
  return { tables, walled: walls.map(({ name }) => name), references: references.map(({ add }) => add) };
}

/** Puts back what was taken off, and sets the counters behind the highest number in use. */
export async function closedAgain(
  owner: Client,
  { tables, walled, references }: OpenedTables,
): Promise<void> {
  for (const add of references) await owner.query(add);
  for (const table of tables) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const table of walled) await owner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  const { rows: counters } = await owner.query<{ set: string }>(
    `SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 1), max(%I) IS NOT NULL) FROM %I.%I',
       format('%I.%I', n.nspname, c.relname), a.attname, a.attname, a.attname, n.nspname, c.relname) AS set
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE a.attidentity <> '' AND c.oid = ANY ($1::regclass[])`,
    [tables],
  );
  for (const { set } of counters) await owner.query(set);
}
