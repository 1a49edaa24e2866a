import type { Client } from 'pg';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { pastTheLedger } from './reviews.js';

/** The columns that a test names. */
export type PlantedRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

const EMPTY: PlantedRow = {
  ARRAY: '{}',
  boolean: false,
  date: '2026-01-01',
  integer: 1,
  jsonb: '{}',
  text: 'x',
  uuid: null,
};

/**
 * Plants one row past every rule, with something in each column that may not be empty and was not named: for tests in which
 * it matters what stands in a table and not how it came there.
 */
export async function planted(superuser: Client, table: string, row: PlantedRow): Promise<Uuid> {
  const [schema, name] = table.split('.');
  const { rows } = await superuser.query<{ column: string; type: string }>(
    `SELECT column_name AS column, data_type AS type FROM information_schema.columns WHERE table_schema = $1
       AND table_name = $2 AND is_nullable = 'NO' AND column_default IS NULL AND is_generated = 'NEVER'`,
    [schema, name],
  );
  const id = newId();
  const filled = Object.fromEntries(
    rows.map(({ column, type }) => [column, type === 'uuid' ? newId() : (EMPTY[type] ?? 'x')]),
  );
  const whole: PlantedRow = { ...filled, id, revision: 1, ...row };
  const values = Object.values(whole).map((value) => literal(superuser, value));
  await pastTheLedger(
    superuser,
    `INSERT INTO ${table} (${Object.keys(whole).join(', ')}) VALUES (${values.join(', ')})`,
  );
  return id;
}

function literal(superuser: Client, value: PlantedRow[string]): string {
  return value === null || value === undefined ? 'NULL' : superuser.escapeLiteral(String(value));
}
