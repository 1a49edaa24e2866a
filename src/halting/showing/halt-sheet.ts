import { ordererInWords, stepInWords } from '../../deployments/life-cycle/halts/halt-words.js';
import { Download, type CsvColumn } from '../../web/answer/download.js';
import type { HaltRow } from './halts.queries.js';

/** Orders to halt as a table to download, one a line. */
export function haltSheet(halts: AsyncIterable<HaltRow>): Download {
  return Download.csv('halts.csv', COLUMNS, halts);
}

const COLUMNS: readonly CsvColumn<HaltRow>[] = [
  { heading: 'id', cell: ({ id }) => id },
  { heading: 'scheme', cell: ({ scheme }) => scheme.key },
  { heading: 'title', cell: ({ scheme }) => scheme.title },
  { heading: 'trust', cell: ({ trust }) => trust?.name },
  { heading: 'state', cell: ({ state }) => state },
  { heading: 'state_in_words', cell: ({ stateInWords }) => stateInWords },
  { heading: 'overdue_by_days', cell: ({ overdueBy }) => overdueBy },
  { heading: 'ordered_from', cell: ({ outside }) => outside ?? 'TRUST' },
  { heading: 'ordered_by', cell: ordererInWords },
  { heading: 'ordered_on', cell: ({ orderedOn }) => orderedOn },
  { heading: 'holds_from', cell: ({ effectiveOn }) => effectiveOn },
  { heading: 'recorded_on', cell: ({ recordedOn }) => recordedOn },
  { heading: 'what_must_stop', cell: ({ scope }) => scope ?? 'The whole scheme' },
  { heading: 'reason', cell: ({ reason }) => reason },
  { heading: 'document', cell: ({ document }) => document },
  {
    heading: 'done_about_it',
    cell: ({ steps }) => steps.map((step) => `${step.happenedOn}: ${stepInWords(step).title}`).join('\n'),
  },
  { heading: 'fictional', cell: ({ scheme }) => scheme.fictional },
];
