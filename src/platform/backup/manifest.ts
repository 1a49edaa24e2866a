import { z } from 'zod';
import { BackupUnusable } from './frames.js';

/** One part of a backup: a table with its columns, or a file by its SHA-256. */
const Entry = z.object({
  name: z.string(),
  table: z.string().nullable(),
  columns: z.array(z.string()),
});

/** What stands before the content of an entry. */
export type BackupEntry = z.infer<typeof Entry>;

const Manifest = z.object({
  madeAt: z.iso.datetime(),
  /** The migrations that ran in the database, oldest first. */
  migrations: z.array(z.string()),
  /** A fingerprint of CANDOUR_SECRET, which tells nothing of it. */
  secret: z.string(),
  /** The keys to which something in it is sealed; they are not in it. */
  keys: z.array(z.string()),
  /** Files that were not what their name says, or were not there, when the backup was made. */
  lacking: z.array(z.string()),
  entries: z.array(Entry.extend({ bytes: z.int(), sha256: z.string() })),
});

/** What a backup holds, with a hash for each part. It stands at its end, because only then is it known. */
export type BackupManifest = z.infer<typeof Manifest>;

/** An entry as its frame says it. @throws BackupUnusable when it says something else. */
export function entryIn(content: Buffer): BackupEntry {
  return read(content, Entry);
}

/** The manifest as its frame says it. @throws BackupUnusable when it says something else. */
export function manifestIn(content: Buffer): BackupManifest {
  return read(content, Manifest);
}

function read<T>(content: Buffer, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(content.toString('utf8')));
  } catch {
    throw new BackupUnusable(
      'The backup says of itself what no backup says: it was altered. Take another copy.',
    );
  }
}
