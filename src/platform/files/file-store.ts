/** One stored file: its content is its name, so that it can never be changed under that name. */
export interface StoredFile {
  /** Lower-case hex of the SHA-256 of the content. */
  readonly sha256: string;
  /** Size in bytes. */
  readonly bytes: number;
}

/** What reading a file found: the content as it was kept, nothing, or something else under its name. */
export type StoredReading =
  | { readonly state: 'whole'; readonly content: Buffer }
  | { readonly state: 'missing' }
  | { readonly state: 'altered'; readonly foundSha256: string };

/** Where the content of files is kept. A store answers only after the content is safe on its medium. */
export abstract class FileStore {
  /**
   * Keeps the content; keeping the same content twice is keeping it once. Where something else has come to lie under its
   * name, the content is put back.
   */
  abstract keep(content: Uint8Array): Promise<StoredFile>;

  /** Reads a file and hashes what is there: content that is not what was kept is never given out. */
  abstract read(sha256: string): Promise<StoredReading>;

  /** Writes a little and takes it away again. @throws Error when nothing can be kept, as on a full disk. */
  abstract tryOut(): Promise<void>;
}
