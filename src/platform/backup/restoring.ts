import type { Client } from 'pg';
import type { Connection } from '../database/reaching/connection.js';
import { withOwner } from '../database/reaching/with-owner.js';
import { knownMigrations } from '../database/schema/known-migrations.js';
import { migrate } from '../database/schema/migrate.js';
import type { DiskFileStore } from '../files/disk-file-store.js';
import { StartFault } from '../start-fault.js';
import { checkedManifest, entriesOf } from './backup-reader.js';
import { copyIn } from './copying.js';
import { BackupUnusable } from './frames.js';
import type { BackupManifest } from './manifest.js';
import { keptTables, ONE_WAY_OF_WRITING, withColumns, type KeptTable } from './tables.js';
import { stoppedBecause } from './stopped-because.js';
import { beginRestore, endRestore, isRestoreUnderWay, takeTurn, undoRestore } from './under-way.js';
import { closedAgain, openedForRows, type OpenedTables } from './opened-tables.js';

/** Where a backup is to be put. */
export interface RestoreWish {
  readonly path: string;
  readonly connection: Connection;
  readonly files: DiskFileStore;
}

/**
 * Puts a backup into an empty database and an empty folder: the schema as it was then, every row in one transaction,
 * every file, and then the migrations that are newer. What a restore that was broken off has left is taken away first.
 * @throws BackupUnusable when the backup was cut off, altered, or made by a newer version; nothing of it is left then.
 * @throws StartFault when the target is not empty, or the restore stopped; it says what the database is like then.
 */
export async function restore(wish: RestoreWish): Promise<BackupManifest> {
  const manifest = await checkedManifest(wish.path);
  await refuseUnknown(manifest);
  await withOwner(wish.connection, async (owner) => {
    await takeTurn(owner);
    if (await isRestoreUnderWay(owner)) await undoRestore(owner);
    await refuseFilled(owner, wish.files, manifest);
    await beginRestore(owner);
    await restored(owner, wish, manifest).catch((fault: unknown) => undone(fault, wish.connection));
  });
  await migrate(wish.connection);
  return manifest;
}

async function restored(owner: Client, wish: RestoreWish, { migrations }: BackupManifest): Promise<void> {
  await migrate(wish.connection, { only: migrations });
  await owner.query('BEGIN');
  try {
    await filled(owner, wish);
    await endRestore(owner);
    await owner.query('COMMIT');
  } catch (fault) {
    await owner.query('ROLLBACK').catch(() => undefined);
    throw fault;
  }
}

/** What stopped the restore, said with what the database is like now. The connection it used may be gone. */
async function undone(fault: unknown, connection: Connection): Promise<never> {
  const isEmpty = await withOwner(connection, undoRestore).then(
    () => true,
    () => false,
  );
  const state = isEmpty
    ? 'The database is empty again.'
    : 'Half of it is in the database: the next candour restore takes that away first, and starts anew.';
  if (fault instanceof BackupUnusable) throw new BackupUnusable(`${fault.message} ${state}`);
  throw new StartFault(stoppedBecause(fault, state));
}

async function refuseUnknown({ migrations }: BackupManifest): Promise<void> {
  const known = (await knownMigrations()).map(({ name }) => name);
  const unknown = migrations.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new BackupUnusable(
      `The backup was made by a newer version of Candour: it has the migration ${unknown}, which this version does not know.`,
    );
}

async function refuseFilled(owner: Client, files: DiskFileStore, { entries }: BackupManifest): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
     ORDER BY 1 LIMIT 1`,
  );
  if (rows[0])
    throw new StartFault(
      `The database is not empty: it has ${rows[0].name}. Make a new one and name it in DATABASE_URL. Nothing was changed.`,
    );
  const ofBackup = new Set(entries.filter(({ table }) => table === null).flatMap(({ columns }) => columns));
  if ((await files.names()).some((name) => !ofBackup.has(name)))
    throw new StartFault(
      'The folder already holds files that are not in the backup. Name an empty one in CANDOUR_FOLDER. Nothing was changed.',
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
