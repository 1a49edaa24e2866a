import { HucreError } from 'hucre';
import { readOds } from 'hucre/ods';
import { readXlsx, type Cell, type CellValue, type Sheet } from 'hucre/xlsx';
import { wholeFile, type FileFault } from '../sheet/file-fault.js';
import { unpacked } from './unpacked.js';
import { columnLetter, MARK_SHEET, TAB_SIGN, type WorkbookColumn } from './workbook.js';

/** One row that came back: its number as the spreadsheet shows it, and the text of each cell by the heading of its column. */
export interface FilledRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** A workbook that came back. A fault of one cell does not keep the other rows from being read. */
export interface FilledWorkbook {
  readonly mark: Readonly<Record<string, string>>;
  readonly rows: readonly FilledRow[];
  /** The letter of each column by its heading, in the file that came back. */
  readonly letters: ReadonlyMap<string, string>;
  readonly faults: readonly FileFault[];
}

/** Where its sheet and columns are looked for. */
export interface Awaited {
  readonly sheet: string;
  readonly columns: readonly WorkbookColumn[];
}

/** The most bytes of a workbook that comes back. */
export const MOST_WORKBOOK_BYTES = 3 * 1024 * 1024;

/** Reads a workbook that came back, XLSX or ODS by its content. Nothing is computed: a formula is a fault of its cell. */
export async function filledWorkbook(bytes: Uint8Array, awaited: Awaited): Promise<FilledWorkbook> {
  const opened = unpacked(bytes);
  if ('fault' in opened) return nothing(opened.fault);
  const sheets = await sheetsOf(opened);
  if (sheets === null) return nothing(UNREADABLE);
  const filled = sheets.find(({ name }) => name === awaited.sheet);
  const mark = markOf(sheets.find(({ name }) => name === MARK_SHEET));
  return filled
    ? { ...tableOf(filled, awaited.columns), mark }
    : { ...nothing(noSheet(awaited.sheet)), mark };
}

/** Where a fault stands, as people find it: `C17`. */
export function cellName(letters: ReadonlyMap<string, string>, heading: string, row: number): string {
  return `${letters.get(heading) ?? '?'}${String(row)}`;
}

async function sheetsOf(opened: {
  readonly format: 'xlsx' | 'ods';
  readonly bytes: Uint8Array;
}): Promise<readonly Sheet[] | null> {
  try {
    const read = opened.format === 'ods' ? readOds : readXlsx;
    return (await read(opened.bytes, { maxRows: MOST_ROWS })).sheets;
  } catch (fault) {
    if (fault instanceof HucreError || fault instanceof RangeError) return null;
    throw fault;
  }
}

function tableOf(sheet: Sheet, columns: readonly WorkbookColumn[]): FilledWorkbook {
  const [headings = []] = sheet.rows;
  const places = new Map(headings.map((heading, place) => [String(heading ?? '').trim(), place]));
  const missing = columns.filter(({ heading }) => !places.has(heading));
  if (missing.length > 0) return nothing(noColumns(missing));
  const letters = new Map([...places].map(([heading, place]) => [heading, columnLetter(place)]));
  const faults: FileFault[] = [];
  const known = new Set(columns.map(({ heading }) => places.get(heading)));
  const rows: FilledRow[] = [];
  sheet.rows.forEach((cells, at) => {
    if (at === 0 || cells.every((cell) => textOf(cell).trim() === '')) return;
    cells.forEach((cell, place) => {
      const fault = faultOf(cell, {
        detail: sheet.cells?.get(`${String(at)},${String(place)}`),
        read: known.has(place),
      });
      if (fault) faults.push({ row: at + 1, where: `${columnLetter(place)}${String(at + 1)}`, ...fault });
    });
    rows.push({
      row: at + 1,
      cells: new Map(
        columns.map(({ heading }) => [heading, textOf(cells[places.get(heading) ?? -1] ?? null)]),
      ),
    });
  });
  return { ...NOTHING, rows, letters, faults };
}

function faultOf(
  cell: CellValue,
  { detail, read }: { readonly detail: Cell | undefined; readonly read: boolean },
): Pick<FileFault, 'wrong' | 'instead'> | null {
  if (detail?.formula !== undefined)
    return {
      wrong: 'this is a formula, and formulas are not computed',
      instead: 'write what it should say as text',
    };
  if (detail?.type === 'error' || cell instanceof Date)
    return { wrong: 'this is a date or an error of the spreadsheet', instead: 'write it as text' };
  if (!read && textOf(cell).trim() !== '')
    return {
      wrong: 'this column is not read',
      instead: 'move what you wrote into a white column, or take it away',
    };
  return null;
}

function textOf(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.replace(/\r\n?/g, '\n').replaceAll(TAB_SIGN, '\t');
  if (cell instanceof Date) return cell.toISOString();
  return String(cell).toUpperCase();
}

function markOf(sheet: Sheet | undefined): Record<string, string> {
  return Object.fromEntries(
    (sheet?.rows ?? []).map(([key, value]) => [textOf(key ?? null), textOf(value ?? null)]),
  );
}

function nothing(fault: FileFault): FilledWorkbook {
  return { ...NOTHING, faults: [fault] };
}

function noSheet(name: string): FileFault {
  return wholeFile(`The file has no sheet “${name}”.`, 'Take the sheet from here and fill it in.');
}

function noColumns(missing: readonly WorkbookColumn[]): FileFault {
  const headings = missing.map(({ heading }) => `“${heading}”`).join(', ');
  return wholeFile(`The sheet has no column ${headings}.`, 'Leave the first row as it was.');
}

const NOTHING: FilledWorkbook = { mark: {}, rows: [], letters: new Map(), faults: [] };
const MOST_ROWS = 1000;
const UNREADABLE = wholeFile(
  'The file is damaged, or was made by a program that writes spreadsheets otherwise.',
  'Open it in a spreadsheet program and save it again as .xlsx or .ods.',
);
