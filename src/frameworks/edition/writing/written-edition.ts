import { Unprocessable } from '../../../kernel/refusal.js';
import { FactFileFault } from '../../../kernel/fact-files/fact-file-fault.js';
import { editionHash } from '../edition-hash.js';
import type { Edition } from '../edition-schema.js';
import { parseEdition } from '../parse-edition.js';
import { catalogOfEdition } from './catalog-of-edition.js';
import { editionTable } from './edition-table.js';

/** The formats in which an edition can be taken away, by the ending of the file. */
export const EDITION_FORMATS = ['csv', 'oscal.json'] as const;

/** One format in which an edition can be taken away. */
export type EditionFormat = (typeof EDITION_FORMATS)[number];

/** A file that holds a whole edition. */
export interface WrittenEdition {
  readonly fileName: string;
  readonly text: string;
}

/**
 * Writes an edition as a table or as an OSCAL catalog, and reads it again: what would be another edition there is not given out.
 * @throws Unprocessable for an edition that the format cannot hold, such as a code with a blank in it in a table.
 */
export function writtenEdition(edition: Edition, format: EditionFormat): WrittenEdition {
  const fileName = `${edition.id}.${format}`;
  const text =
    format === 'csv' ? editionTable(edition) : `${JSON.stringify(catalogOfEdition(edition), null, 1)}\n`;
  if (hashIn(text, fileName) !== editionHash(edition))
    throw new Unprocessable([{ field: '', text: CANNOT_HOLD }], CANNOT_HOLD);
  return { fileName, text };
}

const CANNOT_HOLD =
  'This format cannot hold all that the edition says: read again, it would be another. Take the other format, or the file that was published.';

function hashIn(text: string, fileName: string): string | null {
  try {
    return editionHash(parseEdition(text, fileName));
  } catch (fault) {
    if (fault instanceof FactFileFault) return null;
    throw fault;
  }
}
