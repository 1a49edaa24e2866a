import { Client } from 'pg';
import type { Connection } from '../database/connection.js';
import { knownMigrations } from '../database/schema/known-migrations.js';
import { migrate } from '../database/migrate.js';
import type { DiskFileStore } from '../files/disk-file-store.js';
import { StartFault } from '../start-fault.js';
import { checkedManifest, entriesOf } from './backup-reader.js';
import { copyIn } from './copying.js';
import { BackupUnusable } from './frames.js';
import type { BackupManifest } from './manifest.js';
import { keptTables, ONE_WAY_OF_WRITING, withColumns, type KeptTable } from './tables.js';
import { closedAgain, openedForRows, type OpenedTables } from './opened-tables.js';

/** Where a backup is to be put. */
export interface RestoreWish {
  readonly path: string;
  readonly connection: Connection;
  readonly files: DiskFileStore;
}

/**
 * Puts a backup into an empty database and an empty folder: the schema as it was then, every row in one transaction,
 * every file, and then the migrations that are newer.
 * @throws BackupUnusable before anything was touched, when the backup was cut off, altered, or made by a newer version.
 * @throws StartFault when the target is not empty.
 */
export async function restore(wish: RestoreWish): Promise<BackupManifest> {
  const manifest = await checkedManifest(wish.path);
  await refuseUnknown(manifest);
  await refuseFilled(wish);
  await migrate(wish.connection, { only: manifest.migrations });
  const owner = new Client({ connectionString: wish.connection.owner() });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    await filled(owner, wish);
    await owner.query('COMMIT');
  } finally {
    await owner.end();
  }
  await migrate(wish.connection);
  return manifest;
}

async function refuseUnknown({ migrations }: BackupManifest): Promise<void> {
  const known = (await knownMigrations()).map(({ name }) => name);
  const unknown = migrations.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new BackupUnusable(
      `The backup was made by a newer version of Candour: it has the migration ${unknown}, which this version does not know.`,
    );
}

async function refuseFilled({ connection, files }: RestoreWish): Promise<void> {
  const owner = new Client({ connectionString: connection.owner() });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY 1 LIMIT 1`,
    );
    if (rows[0])
      throw new StartFault(
        `The database is not empty: it has ${rows[0].name}. Make a new one and name it in DATABASE_URL. Nothing was changed.`,
      );
  } finally {
    await owner.end();
  }
  if (!(await files.isEmpty()))
    throw new StartFault(
      'The folder already holds files. Name an empty one in CANDOUR_FOLDER. Nothing was changed.',
    );
}

async function filled(owner: Client, { path, files }: RestoreWish): Promise<void> {
  await owner.query(ONE_WAY_OF_WRITING);
  const tables = new Map((await keptTables(owner)).map((table) => [table.name, table]));
  const opened = await openedForRows(owner, [...tables.values()]);
  for await (const { entry, content } of entriesOf(path)) {
    if (entry.table === null) await files.keep(await whole(content));
    else
      await copyIn(
        owner,
        `COPY ${withColumns(sameTable(tables, entry.table, entry.columns))} FROM STDIN`,
        content,
      );
  }
  await atRest(owner);
  await closedAgain(owner, opened satisfies OpenedTables);
}

function sameTable(
  tables: ReadonlyMap<string, KeptTable>,
  name: string,
  columns: readonly string[],
): KeptTable {
  const table = tables.get(name);
  const differs = columns.find((column) => table?.columns.includes(column) !== true);
  if (!table || differs !== undefined)
    throw new BackupUnusable(
      `The backup has ${name}${differs === undefined ? '' : ` with ${differs}`}, which its migrations do not make: it was altered.`,
    );
  return { name, columns };
}

/** What belonged to the server that the rows come from: its numbers of transactions, and who was working on what. */
async function atRest(owner: Client): Promise<void> {
  await owner.query(
    'UPDATE ledger.queue SET transaction = pg_current_xact_id() WHERE transaction IS NOT NULL',
  );
  await owner.query('UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL');
  await owner.query('UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL');
}

async function whole(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}
