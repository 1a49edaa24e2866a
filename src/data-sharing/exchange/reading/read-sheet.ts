import { wholeFile, type FileFault } from '../../../web/sheet/file-fault.js';
import { sheetRows, type SheetCells } from '../../../web/sheet/sheet-rows.js';
import { unguarded } from './answer-text.js';
import { firstOf, type FileReading } from './file-reading.js';
import { atRow, FlowOnRows, type AnswerCells } from './flow-on-rows.js';
import { HEADINGS } from './headings.js';

/**
 * Reads the spreadsheet that `flowSheet` writes, filled in or not. Never throws: every fault of every row is told with its
 * row and column; a file with any fault yields no flow.
 */
export async function readSheet(bytes: Uint8Array): Promise<FileReading> {
  const read = await sheetRows(bytes);
  if ('faults' in read) return read;
  const [heading, ...rows] = read.rows;
  const columns = columnsOf(heading?.cells ?? []);
  if ('wrong' in columns) return { faults: [columns] };
  const flows = new Map<string, FlowOnRows>();
  const faults: FileFault[] = [];
  let key = '';
  for (const row of rows) {
    const cells = cellsOf(row, columns);
    key = cells.flow === '' ? key : cells.flow;
    if (key === '') {
      faults.push(atRow(row.row, HEADINGS.flow, 'It does not say which flow this is.', NAME_THE_FLOW));
      continue;
    }
    const flow = flows.get(key) ?? new FlowOnRows(key);
    flows.set(key, flow);
    const fault = flow.take(row.row, cells);
    if (fault) faults.push(fault);
  }
  const answered = [...flows.values()].filter(({ isBlank }) => !isBlank);
  if (answered.length === 0 && faults.length === 0) return { faults: [NOTHING_IN_IT] };
  faults.push(...answered.flatMap((flow) => flow.faults()));
  if (faults.length > 0) return { faults: firstOf(faults.sort((a, b) => (a.row ?? 0) - (b.row ?? 0))) };
  return { flows: answered.map((flow) => ({ key: flow.key, deploymentId: null, record: flow.record() })) };
}

type Columns = Readonly<Record<'flow' | 'list' | 'item' | 'field' | 'answer', number>>;

const NEEDED = ['flow', 'list', 'item', 'field', 'answer'] as const;
const NAME_THE_FLOW = 'Write the identifier of a flow, or a name of your own such as new-1.';
const NOTHING_IN_IT = wholeFile('There is no answer in this file.', 'Fill in the column “answer”.');

function columnsOf(heading: readonly string[]): Columns | FileFault {
  const names = heading.map((name) => name.trim().toLowerCase());
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0)
    return {
      ...wholeFile(
        `The first row does not name the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}.`,
        'Start from a spreadsheet that Candour made, and keep its first row.',
      ),
      row: 1,
    };
  const place = (name: string): number => names.indexOf(name);
  return {
    flow: place('flow'),
    list: place('list'),
    item: place('item'),
    field: place('field'),
    answer: place('answer'),
  };
}

function cellsOf({ cells }: SheetCells, columns: Columns): AnswerCells {
  const cell = (column: number): string => unguarded(cells[column] ?? '');
  return {
    flow: cell(columns.flow).trim(),
    list: cell(columns.list).trim(),
    item: cell(columns.item).trim(),
    field: cell(columns.field).trim(),
    answer: cells[columns.answer] ?? '',
  };
}
