import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { FactFileFault } from '../../../../kernel/fact-files/fact-file-fault.js';
import { CSV_COLUMNS } from './csv-layout.js';

/** One row of a table with the line on which it begins, and its cells by their column. */
export interface CsvRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** The rows of an edition's table, and the number of each column in it. */
export interface CsvRows {
  readonly rows: readonly CsvRow[];
  readonly columns: ReadonlyMap<string, number>;
}

const parsedRecords = z.array(
  z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }),
);

/**
 * Reads the table of an edition. An apostrophe that makes a formula inert is taken off again.
 * @throws FactFileFault where it is no table, or has other columns than the format.
 */
export function csvRows(given: string | Uint8Array, file: string): CsvRows {
  const [heading, ...records] = recordsOf(given, file);
  const names = heading?.record.map((name) => name.trim()) ?? [];
  refuseOtherColumns(names, file);
  const rows = records
    .filter(({ record }) => record.some((text) => text.trim() !== ''))
    .map(({ info, record }) => ({
      line: info.lines - lineBreaksIn(record),
      cells: new Map(
        names.map((name, at) => [name, (record[at] ?? '').replace(INERT, '').replaceAll('\r\n', '\n')]),
      ),
    }));
  return { rows, columns: new Map(names.map((name, at) => [name, at + 1])) };
}

const INERT = /^'(?='*[=+\-@\t\r＝＋－＠])/;

function recordsOf(given: string | Uint8Array, file: string): z.infer<typeof parsedRecords> {
  try {
    const text = typeof given === 'string' ? given : new TextDecoder('utf-8', { fatal: true }).decode(given);
    return parsedRecords.parse(parse(text, { bom: true, info: true, relax_column_count_less: true }));
  } catch (fault) {
    if (!(fault instanceof CsvError))
      throw fileFault(file, null, 'is not text in UTF-8. Save it as UTF-8.', 'readable');
    const line = typeof fault['lines'] === 'number' ? fault['lines'] : null;
    throw fileFault(
      file,
      line,
      `is no table here: ${fault.message}. Mend this line or the one before.`,
      'readable',
    );
  }
}

function refuseOtherColumns(names: readonly string[], file: string): void {
  const known: readonly string[] = CSV_COLUMNS;
  const other = names.filter((name, at) => !known.includes(name) || names.indexOf(name) !== at);
  if (!names.includes('kind'))
    throw fileFault(file, 1, 'has no column “kind”, which says what each row is. Begin with it.', 'shape');
  if (other.length > 0)
    throw fileFault(
      file,
      1,
      `“${other.join('”, “')}” is no column of this. Mend its name or take it out.`,
      'shape',
    );
}

function fileFault(file: string, line: number | null, text: string, rule: string): FactFileFault {
  return new FactFileFault([{ file, line, rule, text }]);
}

function lineBreaksIn(record: readonly string[]): number {
  return record.reduce((count, text) => count + (text.match(/\n/g)?.length ?? 0), 0);
}
