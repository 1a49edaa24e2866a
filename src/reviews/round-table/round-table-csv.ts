import { Download, type CsvColumn } from '../../web/answer/download.js';
import { namedInWords } from './named-in-words.js';
import { ROUND_STANDING_WORDS } from './round-line.js';
import type { RoundTable, RoundTableLine } from './round-tables.js';

/** The table of a round to download, one organisation and scheme a row. */
export function roundTableCsv({ round, on, lines }: RoundTable): Download {
  const columns: CsvColumn<RoundTableLine>[] = [
    { heading: 'round', cell: () => round.title },
    { heading: 'stands_on', cell: () => on },
    { heading: 'organisation', cell: ({ organisation }) => organisation },
    { heading: 'organisation_key', cell: ({ key }) => key },
    { heading: 'ods_code', cell: ({ odsCode }) => odsCode },
    { heading: 'scheme', cell: ({ deployment }) => deployment },
    { heading: 'review', cell: ({ reviewId }) => reviewId },
    { heading: 'standing', cell: ({ standing }) => standing },
    { heading: 'standing_in_words', cell: ({ standing }) => ROUND_STANDING_WORDS[standing].text },
    { heading: 'asked', cell: ({ asked }) => asked },
    { heading: 'acknowledged', cell: ({ acknowledged }) => acknowledged },
    { heading: 'answering_since', cell: ({ answering }) => answering },
    { heading: 'submitted', cell: ({ submitted }) => submitted },
    { heading: 'nil_return', cell: ({ nil }) => nil },
    { heading: 'scored', cell: ({ scored }) => scored },
    { heading: 'moderated', cell: ({ moderated }) => moderated },
    { heading: 'replied', cell: ({ replied }) => replied },
    { heading: 'published', cell: ({ published }) => published },
    { heading: 'silent_since', cell: ({ silentSince }) => silentSince },
    { heading: 'self_review_first_promised_for', cell: () => round.firstPromise.selfReviewDue },
    { heading: 'days_late', cell: (line) => line.daysLate },
    { heading: 'removed', cell: ({ removed }) => removed },
    { heading: 'removed_because', cell: ({ removedBecause }) => removedBecause },
    { heading: 'schemes_named_for_it', cell: ({ named }) => named.map(namedInWords).join('; ') },
  ];
  return Download.csv(`round-${round.id}.csv`, columns, lines);
}
