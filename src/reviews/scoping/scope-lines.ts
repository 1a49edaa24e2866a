import type { Issue } from '../../kernel/refusal.js';
import { sheetRows } from '../../web/sheet/sheet-rows.js';

/** One line that names an organisation by its code, with the reason for leaving it out where one stands beside it. */
export interface ScopeLine {
  readonly row: number;
  readonly code: string;
  readonly leftOut: string | null;
}

/** The lines that were typed or pasted, and what is wrong with any of them. */
export interface ScopeLines {
  readonly lines: readonly ScopeLine[];
  readonly issues: readonly Issue[];
}

const HEADING = /^(ods[ _-]?codes?|codes?|organisations?|keys?)$/i;
const LONGEST_CODE = 100;

/** Reads codes, one a row, whether typed, pasted from a spreadsheet or handed over as a CSV file; a code twice is a fault. */
export async function scopeLines(field: string, given: string | Buffer = ''): Promise<ScopeLines> {
  const read = await sheetRows(Buffer.from(given));
  if ('faults' in read)
    return {
      lines: [],
      issues: read.faults.map(({ row, wrong, instead }) => ({
        field,
        text: row === null ? `${wrong} ${instead}` : inRow(row, `${wrong} ${instead}`),
      })),
    };
  const lines: ScopeLine[] = [];
  const issues: Issue[] = [];
  const rows = new Map<string, number>();
  for (const { row, cells } of read.rows) {
    const [code = '', ...rest] = cells.map((cell) => cell.trim());
    if (row === 1 && HEADING.test(code)) continue;
    const before = rows.get(code.toLowerCase());
    const fault = faultOf(code, before);
    if (fault === null)
      lines.push({ row, code, leftOut: rest.filter((cell) => cell !== '').join(', ') || null });
    else issues.push({ field, text: inRow(row, fault) });
    rows.set(code.toLowerCase(), before ?? row);
  }
  return { lines, issues };
}

/** The lines of a file as a person would have typed them, to be looked at before anything is picked. */
export function asTyped(lines: readonly ScopeLine[]): string {
  return lines
    .map(({ code, leftOut }) => (leftOut === null ? code : `${code},"${leftOut.replaceAll('"', '""')}"`))
    .join('\n');
}

/** A fault of one row, as a person finds it. */
export function inRow(row: number, fault: string): string {
  return `Row ${String(row)}: ${fault}`;
}

function faultOf(code: string, before: number | undefined): string | null {
  if (code === '') return 'there is no code. Write it in the first column';
  if (code.length > LONGEST_CODE) return 'this is longer than any code. Write an ODS code, such as RXT';
  return before === undefined
    ? null
    : `${code} stands in row ${String(before)} already. Take one of the two away`;
}
