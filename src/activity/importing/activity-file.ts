import { wordsOf } from '../../kernel/words/words-of.js';
import type { ValuesIn } from '../../web/form/form.js';
import { sheetRows, type SheetCells } from '../../web/sheet/sheet-rows.js';
import { ACTIVITY_UNITS, COUNTED, FIGURE_STATUSES } from '../figures/activity-figure.entity.js';
import { ActivityFigureForm } from '../figures/activity-figure.form.js';

/** The answers of one row. */
export type FigureAnswers = ValuesIn<typeof ActivityFigureForm>;

/** One figure as a row of a file gives it. */
export interface FigureInFile {
  /** As a spreadsheet counts, the heading being 1. */
  readonly row: number;
  readonly answers: FigureAnswers;
}

/** One thing that is wrong in a file of figures, and where. */
export interface FigureFault {
  /** Null for the whole file. */
  readonly row: number | null;
  readonly column: string;
  readonly text: string;
}

/** The columns of a file of figures; the CSV of the page has them too. */
export const FIGURE_COLUMNS = ['counted', 'unit', 'period', 'areas', 'source', 'status', 'value'] as const;

/** Either every figure of a file, or every reason why none of it is taken. */
export type FiguresRead =
  { readonly figures: readonly FigureInFile[] } | { readonly faults: readonly FigureFault[] };

/** Reads a file of figures. Codes and the words of the page are understood; a file with any fault yields nothing. */
export async function readFigureFile(bytes: Uint8Array): Promise<FiguresRead> {
  const read = await sheetRows(bytes);
  if ('faults' in read)
    return {
      faults: read.faults.map(({ row, wrong, instead }) => ({
        row,
        column: '',
        text: `${wrong} ${instead}`,
      })),
    };
  const [heading, ...rows] = read.rows;
  const names = (heading?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = FIGURE_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return { faults: [{ row: 1, column: '', text: `The first row does not name: ${missing.join(', ')}.` }] };
  if (rows.length === 0) return { faults: [{ row: null, column: '', text: 'There is no figure in it.' }] };
  const told = rows.map((row) => figureIn(row, names));
  const faults = told.flatMap((one) => ('faults' in one ? one.faults : []));
  return faults.length > 0 ? { faults } : { figures: told.flatMap((one) => ('answers' in one ? [one] : [])) };
}

function figureIn(
  { row, cells }: SheetCells,
  names: readonly string[],
): FigureInFile | { readonly faults: readonly FigureFault[] } {
  const cell = (column: string): string => (cells[names.indexOf(column)] ?? '').trim().replace(/^'/, '');
  const reading = ActivityFigureForm.read({
    counted: coded(COUNTED, cell('counted')),
    unit: coded(ACTIVITY_UNITS, cell('unit')),
    period: cell('period'),
    areas: cell('areas'),
    source: cell('source'),
    status: coded(FIGURE_STATUSES, cell('status')),
    value: cell('value'),
  });
  if (reading.ok) return { row, answers: reading.values };
  return { faults: reading.issues.map(({ field, text }) => ({ row, column: field, text })) };
}

/** The code for a cell that holds it, or the words of the page. */
function coded(labels: Readonly<Record<string, string>>, cell: string): string {
  const said = cell.toLowerCase();
  return (
    wordsOf(labels).find((code) => code.toLowerCase() === said || labels[code]?.toLowerCase() === said) ??
    cell
  );
}
