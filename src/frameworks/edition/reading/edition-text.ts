import type { FactPath } from '../../../kernel/fact-files/yaml-file.js';

/** Where something stands in a file, counted from 1; in a table the column is that of the cell. */
export interface PlaceInFile {
  readonly line: number;
  readonly column: number;
}

/** The file of an edition, read in whatever format it has: what it holds, and where each part of it stands. */
export interface EditionText {
  /** What it holds, in the shape of an edition as far as it has it. */
  readonly content: unknown;
  /** Where a part stands, or the nearest thing around it; null for the whole file. */
  readonly placeOf: (path: FactPath) => PlaceInFile | null;
}
