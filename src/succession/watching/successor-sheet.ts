import { Download, type CsvColumn } from '../../web/answer/download.js';
import { featureInWords, joinedBy } from './pair-in-words.js';
import { standingInWords } from './pair-shown.js';
import type { WatchedPair } from './succession-watch.js';

const COLUMNS: readonly CsvColumn<WatchedPair>[] = [
  { heading: 'earlier', cell: ({ earlier }) => earlier.key },
  { heading: 'earlier_title', cell: ({ earlier }) => earlier.title },
  { heading: 'later', cell: ({ later }) => later.key },
  { heading: 'later_title', cell: ({ later }) => later.title },
  { heading: 'joined_by', cell: (pair) => joinedBy(pair).text },
  { heading: 'recorded_as_following', cell: ({ recorded }) => recorded },
  {
    heading: 'shared',
    cell: ({ shared }) => shared.map((one) => `${one.sort}: ${featureInWords(one)}`).join('\n'),
  },
  { heading: 'shared_since', cell: ({ since }) => since },
  { heading: 'claims', cell: ({ lineage }) => lineage.map(({ key }) => key).join('\n') },
  { heading: 'what_trusts_say', cell: ({ trusts }) => trusts.map(standingInWords).join('\n') },
  { heading: 'fictional', cell: ({ earlier, later }) => earlier.fictional || later.fictional },
];

/** What may go on under another name as a table, one pair a row. */
export function successorSheet(pairs: AsyncIterable<WatchedPair>): Download {
  return Download.csv('successors.csv', COLUMNS, pairs);
}
