import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore, type StoredFile } from './file-store.js';

const HASH = /^[0-9a-f]{64}$/;

/** Keeps files in a folder, each under its SHA-256; content is flushed to disk and renamed before it is answered for. */
export class DiskFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  override async keep(content: Uint8Array): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const path = this.pathOf(sha256);
    if (!(await exists(path))) await this.write(path, content);
    return { sha256, bytes: content.byteLength };
  }

  override async open(sha256: string): Promise<Readable | null> {
    if (!HASH.test(sha256)) return null;
    try {
      const file = await open(this.pathOf(sha256), 'r');
      return file.createReadStream();
    } catch {
      return null;
    }
  }

  private async write(path: string, content: Uint8Array): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = join(dirname(path), `.${randomUUID()}`);
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    await flushFolder(dirname(path));
  }

  private pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
