import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { messageOf } from '../database/reaching/with-owner.js';
import { createGunzip } from 'node:zlib';
import { BackupUnusable, framesIn, type Frame } from './frames.js';
import { entryIn, manifestIn, type BackupEntry, type BackupManifest } from './manifest.js';

/** One part of a backup while it is read. */
export interface ReadEntry {
  readonly entry: BackupEntry;
  readonly content: AsyncIterable<Buffer>;
}

/**
 * Reads the whole backup once and compares every part with the manifest.
 * @throws BackupUnusable that says what is wrong when it was cut off or altered.
 */
export async function checkedManifest(path: string): Promise<BackupManifest> {
  const there = await stat(path).catch(() => null);
  if (there?.isFile() !== true) throw new BackupUnusable(`There is no file at ${path}. Check its name.`);
  await access(path, constants.R_OK).catch((fault: unknown) => {
    throw new BackupUnusable(`The backup ${path} cannot be read: ${messageOf(fault)}.`);
  });
  const found: BackupManifest['entries'] = [];
  let manifest: BackupManifest | null = null;
  for await (const frame of partsOf(path)) {
    if (!('kind' in frame)) found.push(await weighed(frame));
    else if (frame.kind === 'manifest') manifest = checked(frame.content, found);
  }
  if (!manifest) throw new BackupUnusable('The backup has no manifest: it was altered.');
  return manifest;
}

/** The parts of a backup that has been checked; each must be read to its end before the next. */
export async function* entriesOf(path: string): AsyncGenerator<ReadEntry> {
  for await (const part of partsOf(path)) if (!('kind' in part)) yield part;
}

async function* partsOf(path: string): AsyncGenerator<ReadEntry | Frame> {
  const source = createReadStream(path);
  const unpacked = createGunzip();
  source.once('error', (fault) => unpacked.destroy(fault));
  const frames = framesIn(source.pipe(unpacked));
  let manifestHash: Buffer | null = null;
  for await (const frame of frames) {
    if (frame.kind === 'entry') yield { entry: entryIn(frame.content), content: contentOf(frames) };
    if (frame.kind === 'manifest') {
      manifestHash = createHash('sha256').update(frame.content).digest();
      yield frame;
    }
    if (frame.kind === 'end' && manifestHash?.equals(frame.content) !== true)
      throw new BackupUnusable('The manifest of the backup is not the one it was made with: it was altered.');
  }
}

async function* contentOf(frames: AsyncGenerator<Frame>): AsyncGenerator<Buffer> {
  for (;;) {
    const next = await frames.next();
    if (next.done === true || next.value.kind === 'done') return;
    if (next.value.kind !== 'data')
      throw new BackupUnusable('The parts of the backup are out of order: it was altered.');
    yield next.value.content;
  }
}

async function weighed({ entry, content }: ReadEntry): Promise<BackupManifest['entries'][number]> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of content) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { ...entry, bytes, sha256: hash.digest('hex') };
}

function checked(content: Buffer, found: BackupManifest['entries']): BackupManifest {
  const manifest = manifestIn(content);
  const wrong = manifest.entries.find((entry, at) => JSON.stringify(entry) !== JSON.stringify(found[at]));
  if (wrong)
    throw new BackupUnusable(
      `${wrong.name} is not what the manifest says: the backup was altered. Take another copy.`,
    );
  if (found.length !== manifest.entries.length)
    throw new BackupUnusable(
      `${found[manifest.entries.length]?.name ?? 'A part'} is not in the manifest: the backup was altered.`,
    );
  return manifest;
}
