import type { Edition } from '../edition/edition-schema.js';
import {
  writtenEdition,
  type EditionFormat,
  type WrittenEdition,
} from '../edition/writing/written-edition.js';

const written = new WeakMap<Edition, Map<EditionFormat, WrittenEdition>>();

/**
 * An edition as a file to take away. It never changes, and writing a large one takes a moment: it is written once for as long
 * as the edition is kept in memory.
 * @throws Unprocessable for an edition that the format cannot hold.
 */
export function takenAway(edition: Edition, format: EditionFormat): WrittenEdition {
  const known = written.get(edition) ?? new Map<EditionFormat, WrittenEdition>();
  const file = known.get(format) ?? writtenEdition(edition, format);
  written.set(edition, known.set(format, file));
  return file;
}
