import { writeXlsx, type Cell, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import {
  choiceRows,
  CHOICES_SHEET,
  columnLetter,
  GUIDE_SHEET,
  MARK_SHEET,
  pickedColumns,
  type Workbook,
} from './workbook.js';

/**
 * A workbook as XLSX. Every cell is text, and open cells stay text when they are edited, so that what begins with = is
 * never computed; choices open as lists, and whatever is not to be filled in is protected.
 */
export async function xlsxFile(workbook: Workbook): Promise<Buffer> {
  const { title, columns, guide, mark } = workbook;
  const choices = choiceRows(columns);
  const sheets: WriteSheet[] = [
    filledIn(workbook),
    plain(GUIDE_SHEET, [[title], ...guide.map((paragraph) => [paragraph])], [110]),
    plain(
      CHOICES_SHEET,
      choices,
      (choices[0] ?? []).map(() => 50),
    ),
    { ...plain(MARK_SHEET, Object.entries(mark), [30, 80]), hidden: true },
  ];
  const bytes = await writeXlsx({ sheets, stringMode: 'inline', properties: { title } });
  return Buffer.from(bytes);
}

function filledIn({ sheet, columns, rows }: Workbook): WriteSheet {
  const all = [columns.map(({ heading }) => heading), ...rows];
  return {
    ...plain(
      sheet,
      all,
      columns.map(({ width }) => width),
    ),
    cells: new Map(
      all.flatMap((row, at) =>
        row.map((_, place) => [`${String(at)},${String(place)}`, lookOf(at, columns[place]?.open)]),
      ),
    ),
    freezePane: { rows: 1, columns: 1 },
    dataValidations: pickedColumns(columns).map((picked, list) => validationOf(picked, list, rows.length)),
  };
}

function plain(name: string, rows: readonly (readonly string[])[], widths: readonly number[]): WriteSheet {
  const written = rows.map((row) => row.map(escaped));
  return {
    name,
    rows: written,
    columns: widths.map((width) => ({ width })),
    cells: new Map(
      written.flatMap((row, at) => row.map((_, place) => [`${String(at)},${String(place)}`, lookOf(1)])),
    ),
    protection: { sheet: true, formatColumns: true, formatRows: true },
  };
}

function lookOf(row: number, open?: true): Partial<Cell> {
  return {
    style: {
      numFmt: AS_TEXT,
      alignment: { wrapText: true, vertical: 'top' },
      protection: { locked: open !== true || row === 0 },
      ...(row === 0 && { font: { bold: true } }),
      ...(open !== true && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: QUIET } } }),
    },
  };
}

function validationOf(
  { place, choices }: { readonly place: number; readonly choices: readonly string[] },
  list: number,
  rows: number,
): DataValidation {
  const [letter, from] = [columnLetter(place), columnLetter(list)];
  return {
    type: 'list',
    range: `${letter}2:${letter}${String(rows + 1)}`,
    formula1: `${CHOICES_SHEET}!$${from}$2:$${from}$${String(choices.length + 1)}`,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: 'Not one of the choices',
    errorMessage: 'Pick one from the list.',
  };
}

/** `_x0041_` in a text would be read as the letter A (ECMA-376, ST_Xstring). */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

const AS_TEXT = '@';
const QUIET = 'F0F4F5';
