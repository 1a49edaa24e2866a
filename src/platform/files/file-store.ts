import type { Readable } from 'node:stream';

/** One stored file: its content is its name, so that it can never be changed under that name. */
export interface StoredFile {
  /** Lower-case hex of the SHA-256 of the content. */
  readonly sha256: string;
  /** Size in bytes. */
  readonly bytes: number;
}

/** Where the content of files is kept. A store answers only after the content is safe on its medium. */
export abstract class FileStore {
  /** Keeps the content; keeping the same content twice is keeping it once. */
  abstract keep(content: Uint8Array): Promise<StoredFile>;

  /** The content of a file, or null when the store does not hold it. */
  abstract open(sha256: string): Promise<Readable | null>;
}
