import { listAt } from '../questions/lists.js';
import { Download, type CsvColumn } from '../../web/answer/download.js';
import { allowedAnswers, guarded, NONE } from './reading/answer-text.js';
import { answerRowsOf, type AnswerRow } from './answer-rows.js';
import { HEADINGS } from './reading/headings.js';

/** A flow as the spreadsheet names it, and its record. */
export interface FlowOnSheet {
  readonly key: string;
  readonly content: unknown;
}

/**
 * The spreadsheet of flows: a row for each question, answered or not, so that it can be filled in without Candour. CSV in
 * UTF-8 with a byte-order mark; no cell runs as a formula.
 */
export function flowSheet(fileName: string, flows: Iterable<FlowOnSheet>): Download {
  return Download.csv(fileName, COLUMNS, rowsOf(flows));
}

interface SheetRow extends AnswerRow {
  readonly flow: string;
}

const COLUMNS: readonly CsvColumn<SheetRow>[] = [
  { heading: HEADINGS.flow, cell: ({ flow }) => guarded(flow) },
  { heading: HEADINGS.section, cell: ({ section }) => section },
  { heading: HEADINGS.list, cell: ({ list }) => (list === null ? '' : listAt(list).plural) },
  { heading: HEADINGS.item, cell: ({ item }) => item },
  { heading: HEADINGS.question, cell: questionOf },
  { heading: HEADINGS.field, cell: ({ field }) => field?.path ?? 'none' },
  { heading: HEADINGS.allowed, cell: ({ field }) => (field ? allowedAnswers(field) : NONE) },
  { heading: HEADINGS.answer, cell: ({ answer }) => guarded(answer) },
];

function* rowsOf(flows: Iterable<FlowOnSheet>): Generator<SheetRow> {
  for (const { key, content } of flows) for (const row of answerRowsOf(content)) yield { ...row, flow: key };
}

function questionOf({ field, list }: AnswerRow): string {
  if (field) return field.meaning;
  return `If there are no ${list === null ? 'items' : listAt(list).plural}, write None here`;
}
