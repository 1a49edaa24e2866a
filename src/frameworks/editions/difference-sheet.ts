import { Download, type CsvColumn } from '../../web/answer/download.js';
import type { EditionDifference } from '../edition/comparing/difference.js';
import type { ComparedEditions } from './compared-editions.js';
import { DIFFERENCE_WORDS } from './difference-words.js';

/** What changed between two editions as a table, one difference a line. */
export function differenceSheet({ from, to, differences }: ComparedEditions): Download {
  return Download.csv(`${from.key}-to-${to.key}.csv`, COLUMNS, differences);
}

const COLUMNS: readonly CsvColumn<EditionDifference>[] = [
  { heading: 'sort', cell: ({ sort }) => sort },
  { heading: 'sort_label', cell: ({ sort }) => DIFFERENCE_WORDS[sort].label },
  { heading: 'about', cell: ({ about }) => about },
  { heading: 'is_criterion', cell: ({ isCriterion }) => isCriterion },
  { heading: 'what', cell: ({ what }) => what },
  { heading: 'was', cell: ({ was }) => was },
  { heading: 'becomes', cell: ({ becomes }) => becomes },
];
