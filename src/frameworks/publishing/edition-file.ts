import { createHash } from 'node:crypto';
import { refusingFaults } from '../../kernel/fact-files/fact-file-fault.js';
import type { Edition } from '../edition/edition-schema.js';
import { editionHash } from '../edition/edition-hash.js';
import { parseEdition } from '../edition/parse-edition.js';

/** A file as it was handed over. */
export interface EditionFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An edition that was read from a file and found sound, with the hashes by which it is known. */
export interface ReadEdition {
  readonly content: Edition;
  readonly contentHash: string;
  readonly sourceHash: string;
}

/** Reads and checks an edition, without a database. @throws Unprocessable that names every fault with its line. */
export function readEdition({ name, bytes }: EditionFile): ReadEdition {
  const content = refusingFaults(() => parseEdition(bytes, name));
  const sourceHash = createHash('sha256').update(bytes).digest('hex');
  return { content, contentHash: editionHash(content), sourceHash };
}
