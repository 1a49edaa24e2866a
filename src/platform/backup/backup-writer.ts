import { createHash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { frameBytes, MAGIC, type FrameKind } from './frames.js';
import type { BackupEntry, BackupManifest } from './manifest.js';

/** Writes a backup as it comes, and puts it under its name only when it is whole and on the disk. */
export class BackupWriter {
  private readonly entries: BackupManifest['entries'] = [];

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private readonly packed: Gzip,
    private readonly written: Promise<void>,
  ) {}

  /** Begins one for its owner alone. @throws Error when something has that name already. */
  static async at(path: string): Promise<BackupWriter> {
    await (await open(path, 'wx', 0o600)).close();
    const file = await open(unfinished(path), 'w', 0o600);
    const packed = createGzip();
    const target = packed.pipe(file.createWriteStream({ flush: true, autoClose: true }));
    const written = finished(target);
    written.catch(() => undefined);
    const writer = new BackupWriter(path, file, packed, written);
    packed.write(MAGIC);
    return writer;
  }

  /** One part with its content. */
  async entry(entry: BackupEntry, content: AsyncIterable<Buffer>): Promise<void> {
    const hash = createHash('sha256');
    let bytes = 0;
    await this.frame('entry', json(entry));
    for await (const piece of content) {
      hash.update(piece);
      bytes += piece.length;
      await this.frame('data', piece);
    }
    await this.frame('done', Buffer.alloc(0));
    this.entries.push({ ...entry, bytes, sha256: hash.digest('hex') });
  }

  /** Ends it with what is known of it, and returns the manifest. */
  async finish(known: Omit<BackupManifest, 'entries'>): Promise<BackupManifest> {
    const manifest = { ...known, entries: this.entries };
    const text = json(manifest);
    await this.frame('manifest', text);
    await this.frame('end', createHash('sha256').update(text).digest());
    this.packed.end();
    await this.written;
    await rename(unfinished(this.path), this.path);
    return manifest;
  }

  /** Leaves nothing of it. */
  async abandon(): Promise<void> {
    this.packed.destroy();
    await this.file.close().catch(() => undefined);
    await Promise.all([this.path, unfinished(this.path)].map((path) => rm(path, { force: true })));
  }

  private async frame(kind: FrameKind, content: Buffer): Promise<void> {
    if (!this.packed.write(frameBytes({ kind, content })))
      await Promise.race([once(this.packed, 'drain'), this.written]);
  }
}

function unfinished(path: string): string {
  return `${path}.unfinished`;
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value), 'utf8');
}
