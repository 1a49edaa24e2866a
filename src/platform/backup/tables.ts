import { escapeIdentifier, type Client } from 'pg';

/** A table as a backup knows it: its name, and the columns that are kept; those that PostgreSQL computes are not. */
export interface KeptTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What the queue has to do is kept; how the library arranges itself is made anew with its own migrations. */
const OF_THE_QUEUE = ['_private_tasks', '_private_job_queues', '_private_jobs'];

/** Every table whose rows a backup keeps, by name. */
export async function keptTables(owner: Client): Promise<readonly KeptTable[]> {
  const { rows } = await owner.query<KeptTable>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
       array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
       AND (n.nspname <> 'graphile_worker' OR c.relname = ANY ($1)) AND c.relname NOT IN ('schema_migration', 'restore_under_way')
     GROUP BY n.nspname, c.relname ORDER BY n.nspname, c.relname`,
    [OF_THE_QUEUE],
  );
  return rows;
}

/** The table with its columns, as COPY wants them. */
export function withColumns({ name, columns }: KeptTable): string {
  return `${name} (${columns.map(escapeIdentifier).join(', ')})`;
}

/** How values are written down in a backup, whatever the server prefers. */
export const ONE_WAY_OF_WRITING =
  "SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres'; SET LOCAL TimeZone = 'UTC'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 3";
