import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Unavailable } from '../../kernel/refusal.js';
import { FileStore, type StoredReading, type StoredFile } from './file-store.js';

const HASH = /^[0-9a-f]{64}$/;
const TRIAL_BYTES = 4096;

/** Keeps files in a folder, each under its SHA-256; content is flushed to disk and renamed before it is answered for. */
export class DiskFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  override async keep(content: Uint8Array): Promise<StoredFile> {
    const sha256 = hashOf(content);
    const { state } = await this.read(sha256);
    if (state !== 'whole') await this.write(this.pathOf(sha256), content);
    return { sha256, bytes: content.byteLength };
  }

  override async read(sha256: string): Promise<StoredReading> {
    if (!HASH.test(sha256)) return { state: 'missing' };
    const content = await contentOf(this.pathOf(sha256));
    if (content === null) return { state: 'missing' };
    const foundSha256 = hashOf(content);
    return foundSha256 === sha256 ? { state: 'whole', content } : { state: 'altered', foundSha256 };
  }

  override async tryOut(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const trial = join(this.folder, `.trial-${randomUUID()}`);
    try {
      await writeFlushed(trial, Buffer.alloc(TRIAL_BYTES, 1));
    } finally {
      await rm(trial, { force: true });
    }
  }

  /** The hashes of all that it keeps, whole or not; a folder that is not there keeps nothing. */
  async names(): Promise<readonly string[]> {
    const found = await readdir(this.folder, { recursive: true }).catch(() => []);
    return found.map((path) => basename(path)).filter((name) => HASH.test(name));
  }

  /** How many bytes the files of these hashes take; one that has gone meanwhile takes none. */
  async bytesOf(names: readonly string[]): Promise<number> {
    let bytes = 0;
    for (const name of names)
      bytes += await stat(this.pathOf(name)).then(
        ({ size }) => size,
        () => 0,
      );
    return bytes;
  }

  private async write(path: string, content: Uint8Array): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = join(dirname(path), `.${randomUUID()}`);
    try {
      await writeFlushed(draft, content);
      await rename(draft, path);
    } catch (fault) {
      await rm(draft, { force: true });
      throw hasRoom(fault) ? fault : new NoRoom(fault);
    }
    await flushFolder(dirname(path));
  }

  private pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** 503: the disk is full, or takes nothing more. Whoever keeps the service finds why in the log. */
class NoRoom extends Unavailable {
  constructor(cause: unknown) {
    super('Files cannot be kept just now. Nothing was saved. Try again in a few minutes.');
    this.cause = cause;
  }
}

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EFBIG']);

function hasRoom(fault: unknown): boolean {
  return !(fault instanceof Error && 'code' in fault && NO_ROOM.has(String(fault.code)));
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Null when there is no such file; a medium that cannot be read is a fault and no answer. */
async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
    throw fault;
  }
}

async function writeFlushed(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
