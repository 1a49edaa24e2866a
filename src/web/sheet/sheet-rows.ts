import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { wholeFile, type FileFault } from './file-fault.js';

/** The cells of one row that is not blank, with its number as a spreadsheet counts, the heading being 1. */
export interface SheetCells {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The rows of a CSV file, or why they cannot be read. */
export type SheetRows = { readonly rows: SheetCells[] } | { readonly faults: FileFault[] };

/** The most rows that are read. */
const MOST_ROWS = 20_000;

const ROWS_AT_A_TIME = 500;
const MOST_CHARACTERS_OF_A_ROW = 400_000;
const SAVE_AS = 'In Excel choose “Save as”, then “CSV UTF-8 (Comma delimited)”.';

/**
 * Splits a CSV file into rows, whatever its line ends and whether commas, semicolons or tabs stand between its cells. Other
 * work of the process goes on between rows; reading stops with a fault after `MOST_ROWS`.
 */
export async function sheetRows(bytes: Uint8Array): Promise<SheetRows> {
  const read = textOf(bytes);
  if ('wrong' in read) return { faults: [read] };
  const rows: SheetCells[] = [];
  const parser = parse(read.text, {
    bom: true,
    delimiter: delimiterOf(read.text),
    relax_column_count: true,
    max_record_size: MOST_CHARACTERS_OF_A_ROW,
  });
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row > MOST_ROWS) return { faults: [tooManyRows()] };
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ row, cells });
      if (row % ROWS_AT_A_TIME === 0) await setImmediate();
    }
  } catch (fault) {
    if (fault instanceof CsvError) return { faults: [unreadable(fault, row)] };
    throw fault;
  }
  return { rows };
}

function textOf(bytes: Uint8Array): { readonly text: string } | FileFault {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return wholeFile('This is a workbook or another packed file, not a CSV file.', SAVE_AS);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return wholeFile('The file was saved as UTF-16.', SAVE_AS);
  if (bytes.includes(0)) return wholeFile('The file holds hidden characters and is not a CSV file.', SAVE_AS);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return wholeFile('The file was not saved as UTF-8, so accents and dashes cannot be read.', SAVE_AS);
  }
}

/** Spreadsheets of other countries put semicolons between cells; the heading tells. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, 2000).split(/[\r\n]/)[0] ?? '';
  const count = (mark: string): number => heading.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

function tooManyRows(): FileFault {
  return wholeFile(
    `The file has more than ${MOST_ROWS.toLocaleString('en-GB')} rows.`,
    'Split it into several files and hand in one after the other.',
  );
}

function unreadable(fault: CsvError, before: number): FileFault {
  const row = before + 1;
  if (fault.code === 'CSV_MAX_RECORD_SIZE')
    return {
      row,
      where: '',
      wrong: 'The row is far longer than any answer.',
      instead: 'Look for a quotation mark that is not closed.',
    };
  return {
    row,
    where: '',
    wrong: 'A quotation mark is opened and not closed, or stands where it cannot.',
    instead: 'Save the file again from the spreadsheet, or write “ ” instead of the straight mark.',
  };
}
