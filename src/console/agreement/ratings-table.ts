import { CsvError, parse } from 'csv-parse/sync';
import type { RatingsTable } from '../../review-method/agreement/table-agreement.js';
import { plural } from '../../web/words.js';

/** A table, or every reason why it cannot be read, each a sentence with its row, the first line being row 1. */
export type RatingsTableReading = { readonly table: RatingsTable } | { readonly faults: readonly string[] };

const MOST_FAULTS = 50;

/** Reads the levels as they are listed, with commas between them. */
export function readLevels(
  list: string,
): { readonly levels: readonly string[] } | { readonly faults: readonly string[] } {
  const levels = list.split(',').map((level) => level.trim());
  if (levels.some((level) => level === '') || new Set(levels.map(asLevel)).size < levels.length)
    return {
      faults: [
        `--levels: Give each level once, with commas between them and the lowest first, such as 0,1,2,3. It says ${list}.`,
      ],
    };
  return { levels };
}

/**
 * Reads CSV whose first row names the people and whose other rows hold one item each; an empty cell is a rating that is
 * missing. A number may be written in several ways (1 and 1.0).
 */
export function readRatingsTable(bytes: Uint8Array, levels: readonly string[]): RatingsTableReading {
  const split = rowsOf(bytes);
  if ('faults' in split) return split;
  const [raters = [], ...rows] = split.rows;
  const unfit = headingFault(raters);
  if (unfit !== null) return { faults: [unfit] };
  const reader = new RowReader(raters, levels);
  const ratings = rows.map((cells, index) => reader.read(cells, index + FIRST_ITEM));
  if (reader.faults.length > 0) return { faults: reader.faults.slice(0, MOST_FAULTS) };
  return { table: { raters, levels, ratings } };
}

const FIRST_ITEM = 2;

class RowReader {
  readonly faults: string[] = [];
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    private readonly raters: readonly string[],
    private readonly levels: readonly string[],
  ) {
    this.places = new Map(levels.map((level, place) => [asLevel(level), place]));
  }

  /** The places of the levels of one item; a row without any value is an item that nobody rated. */
  read(cells: readonly string[], row: number): (number | null)[] {
    if (cells.every((cell) => cell === '')) return this.raters.map(() => null);
    if (cells.length !== this.raters.length)
      this.faults.push(
        `Row ${row}: it has ${plural(cells.length, 'value')}; the first row names ${plural(this.raters.length, 'person', 'people')}.`,
      );
    return cells.map((cell, column) =>
      this.placeOf(cell, `Row ${row}, ${this.raters[column] ?? 'at its end'}`),
    );
  }

  private placeOf(cell: string, where: string): number | null {
    if (cell === '') return null;
    const place = this.places.get(asLevel(cell));
    if (place === undefined)
      this.faults.push(
        `${where}: “${cell}” is none of the levels ${this.levels.join(', ')}. Leave a missing rating empty.`,
      );
    return place ?? null;
  }
}

function rowsOf(
  bytes: Uint8Array,
): { readonly rows: readonly string[][] } | { readonly faults: readonly string[] } {
  try {
    return {
      rows: parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), {
        bom: true,
        trim: true,
        relax_column_count: true,
      }),
    };
  } catch (fault) {
    if (fault instanceof TypeError)
      return { faults: ['The file was not saved as UTF-8. Save it so and try again.'] };
    if (!(fault instanceof CsvError)) throw fault;
    return { faults: [`The file is not CSV: ${fault.message}. Save it as CSV with commas and try again.`] };
  }
}

function headingFault(raters: readonly string[]): string | null {
  if (raters.length === 0)
    return 'The file is empty. Its first row names the people, and each other row is one item.';
  if (raters.some((name) => name === '')) return 'Row 1: every column needs the name of a person.';
  if (raters.length === 1 && /[;\t|]/.test(raters[0] ?? ''))
    return 'Row 1: the values are parted by something else than commas. Save the file as CSV with commas and try again.';
  return new Set(raters).size < raters.length
    ? 'Row 1: two columns have the same name. Give each person their own.'
    : null;
}

/** Numbers are the same level however they are written; other levels to the letter. */
function asLevel(text: string): string {
  return text !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}
