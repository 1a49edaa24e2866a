import { Readable } from 'node:stream';
import type { Client } from 'pg';
import type { Connection } from '../database/reaching/connection.js';
import { messageOf, withOwner } from '../database/reaching/with-owner.js';
import { EVERY_ROW } from '../database/schema/owner-keeps-rows.js';
import type { DiskFileStore } from '../files/disk-file-store.js';
import { copyOut } from './copying.js';
import { BackupWriter } from './backup-writer.js';
import { checkedManifest } from './backup-reader.js';
import type { BackupManifest } from './manifest.js';
import { StartFault } from '../start-fault.js';
import { isRestoreUnderWay } from './under-way.js';
import { keptTables, ONE_WAY_OF_WRITING, withColumns } from './tables.js';

/** What is to be backed up, and where to. */
export interface BackupWish {
  readonly connection: Connection;
  readonly files: DiskFileStore;
  readonly path: string;
  /** A fingerprint of CANDOUR_SECRET. */
  readonly secret: string;
}

/**
 * Writes every row, as it stood at one moment, and every file into one backup, then reads the backup again and compares
 * all of it with its hashes. Keys are not in it.
 */
export async function backUp(wish: BackupWish): Promise<BackupManifest> {
  await withOwner(wish.connection, async (owner) => {
    if (await isRestoreUnderWay(owner))
      throw new StartFault('A restore into this database was broken off: there is nothing whole to back up.');
    const migrated = await texts(
      owner,
      "SELECT 'yes' AS value WHERE to_regclass('public.schema_migration') IS NOT NULL",
    );
    if (migrated.length === 0)
      throw new StartFault('The database has not been migrated: there is nothing to back up.');
    const writer = await BackupWriter.at(wish.path).catch((fault: unknown) => notWritable(wish.path, fault));
    try {
      await written(owner, wish, writer);
    } catch (fault) {
      await writer.abandon();
      throw fault;
    }
  });
  return checkedManifest(wish.path);
}

function notWritable(path: string, fault: unknown): never {
  const code = fault instanceof Error && 'code' in fault ? fault.code : '';
  if (code === 'EEXIST')
    throw new StartFault(`There is something at ${path} already. Name a file that is not there yet.`);
  if (code === 'ENOENT')
    throw new StartFault(`The folder of ${path} is not there. Make it first, then back up again.`);
  throw new StartFault(`Nothing can be written at ${path}: ${messageOf(fault)}.`);
}

async function written(owner: Client, { files, secret }: BackupWish, writer: BackupWriter): Promise<void> {
  await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await owner.query(`${EVERY_ROW}; ${ONE_WAY_OF_WRITING}`);
  const migrations = await texts(owner, 'SELECT name AS value FROM public.schema_migration ORDER BY id');
  const keys = await keysInUse(owner);
  const wanted = await filesWanted(owner);
  for (const table of await keptTables(owner)) {
    const rows = copyOut(owner, `COPY ${withColumns(table)} TO STDOUT`);
    await writer.entry(
      { name: `the table ${table.name}`, table: table.name, columns: [...table.columns] },
      rows,
    );
  }
  const madeAt = (
    await texts(owner, 'SELECT to_char(now() AT TIME ZONE \'UTC\', \'YYYY-MM-DD"T"HH24:MI:SS"Z"\') AS value')
  )[0];
  await owner.query('COMMIT');
  const lacking = await writeFiles(files, wanted, writer);
  await writer.finish({
    madeAt: madeAt ?? '',
    migrations: [...migrations],
    secret,
    keys: [...keys],
    lacking,
  });
}

/** Files are kept before the records that name them are, so that all that the rows name are there. */
async function writeFiles(
  files: DiskFileStore,
  wanted: readonly string[],
  writer: BackupWriter,
): Promise<string[]> {
  const lacking: string[] = [];
  for (const sha256 of wanted) {
    const reading = await files.read(sha256);
    if (reading.state === 'whole')
      await writer.entry(
        { name: `the file ${sha256}`, table: null, columns: [sha256] },
        Readable.from([reading.content]),
      );
    else lacking.push(sha256);
  }
  return lacking;
}

/** Every column that is called `sha256` names a file. */
async function filesWanted(owner: Client): Promise<readonly string[]> {
  return texts(owner, await unionOf(owner, 'sha256'));
}

/** What was erased needs no key. */
async function keysInUse(owner: Client): Promise<readonly string[]> {
  return texts(owner, await unionOf(owner, 'key_id', 'sealed_key IS NOT NULL'));
}

/** Asks for every value of the columns with this name, wherever they are. */
async function unionOf(owner: Client, column: string, where = `${column} IS NOT NULL`): Promise<string> {
  const tables = (await keptTables(owner)).filter(({ columns }) => columns.includes(column));
  return (
    [
      'SELECT NULL AS value WHERE false',
      ...tables.map(({ name }) => `SELECT ${column}::text FROM ${name} WHERE ${where}`),
    ].join(' UNION ') + ' ORDER BY 1'
  );
}

async function texts(owner: Client, query: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ value: string }>(query);
  return rows.map(({ value }) => value);
}
