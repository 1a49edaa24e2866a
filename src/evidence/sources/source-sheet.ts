import { Download, type CsvColumn } from '../../web/answer/download.js';
import type { SourceRow } from './sources.queries.js';

/** Sources as a table, one a line. */
export function sourceSheet(sources: AsyncIterable<SourceRow>): Download {
  return Download.csv('sources.csv', COLUMNS, sources);
}

const COLUMNS: readonly CsvColumn<SourceRow>[] = [
  { heading: 'code', cell: ({ ref }) => ref },
  { heading: 'also cited as', cell: ({ alsoCitedAs }) => alsoCitedAs.join('\n') },
  { heading: 'title', cell: ({ title }) => title },
  { heading: 'publisher', cell: ({ publisher }) => publisher },
  { heading: 'published', cell: ({ published }) => published },
  { heading: 'confidence of the date', cell: ({ publishedConfidence }) => publishedConfidence },
  { heading: 'addresses', cell: ({ urls }) => urls.join('\n') },
  { heading: 'what was and was not seen', cell: ({ note }) => note },
];
