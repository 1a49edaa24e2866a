/** What a frame of a backup holds: the name of an entry, some of its content, its end, the manifest, or the very end. */
export type FrameKind = 'entry' | 'data' | 'done' | 'manifest' | 'end';

/** One frame: five bytes of kind and length, then the content. */
export interface Frame {
  readonly kind: FrameKind;
  readonly content: Buffer;
}

/** What a backup begins with, and which shape it has. */
export const MAGIC = Buffer.from('candour-backup 1\n', 'ascii');

const LETTERS: Readonly<Record<FrameKind, string>> = {
  ...{ entry: 'E', data: 'D', done: 'Z', manifest: 'M', end: 'X' },
};
const HEADER_BYTES = 5;
const LONGEST = 64 * 1024 * 1024;

/** A backup that is not whole or not as it was written; the message says where. */
export class BackupUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BackupUnusable';
  }
}

/** The bytes of a frame. */
export function frameBytes({ kind, content }: Frame): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(LETTERS[kind], 0, 'ascii');
  header.writeUInt32BE(content.length, 1);
  return Buffer.concat([header, content]);
}

/** The frames of a backup in their order. @throws BackupUnusable when it ends too soon or holds something else. */
export async function* framesIn(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const bytes = new Bytes(source[Symbol.asyncIterator]());
  const magic = await bytes.take(MAGIC.length);
  if (!magic?.equals(MAGIC))
    throw new BackupUnusable('This is not a backup that this version of Candour can read.');
  for (;;) {
    const header = await bytes.take(HEADER_BYTES);
    if (!header) throw new BackupUnusable(CUT_OFF);
    const kind = kindOf(header.toString('ascii', 0, 1));
    const length = header.readUInt32BE(1);
    const content = kind && length <= LONGEST ? await bytes.take(length) : undefined;
    if (!kind || length > LONGEST) throw new BackupUnusable(ALTERED);
    if (!content) throw new BackupUnusable(CUT_OFF);
    yield { kind, content };
    if (kind === 'end') return bytes.mustEnd();
  }
}

const ALTERED = 'The backup holds something that is no part of one: it was altered. Take another copy.';
const CUT_OFF = 'The backup ends before its end: it was cut off. Take another copy.';

function kindOf(letter: string): FrameKind | undefined {
  const kinds: readonly FrameKind[] = ['entry', 'data', 'done', 'manifest', 'end'];
  return kinds.find((kind) => LETTERS[kind] === letter);
}

/** Bytes that come in pieces of any length, taken in pieces of the length that is wanted. */
class Bytes {
  private held: Buffer = Buffer.alloc(0);

  constructor(private readonly source: AsyncIterator<Buffer>) {}

  /** So many bytes; undefined when the source ends before. */
  async take(length: number): Promise<Buffer | undefined> {
    const parts = [this.held];
    let there = this.held.length;
    while (there < length) {
      const next = await this.source.next().catch(unreadable);
      if (next.done === true) return undefined;
      parts.push(next.value);
      there += next.value.length;
    }
    const all = parts.length === 1 ? this.held : Buffer.concat(parts);
    this.held = all.subarray(length);
    return all.subarray(0, length);
  }

  /** The packing has an end of its own, which tells whether all of it came. @throws BackupUnusable when it did not. */
  async mustEnd(): Promise<void> {
    const next = await this.source.next().catch(unreadable);
    if (next.done !== true || this.held.length > 0) throw new BackupUnusable(ALTERED);
  }
}

/** What the decompression says of a file that was cut off, or whose bytes were changed. */
function unreadable(fault: unknown): never {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  if (code === 'Z_BUF_ERROR') throw new BackupUnusable(CUT_OFF);
  if (code.startsWith('Z_'))
    throw new BackupUnusable('The backup cannot be unpacked: its bytes were altered. Take another copy.');
  throw fault;
}
