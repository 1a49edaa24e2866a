import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Download, type CsvColumn } from '../../web/answer/download.js';
import type { WatchedScheme } from '../watching/watched-scheme.js';
import { rescreened, screeningInWords, type RescreenedScheme } from './ended-scheme.js';
import type { Rescreening } from './rescreenings.js';

type Row = Omit<RescreenedScheme, 'screenings'> & { readonly one: Rescreening };

const COLUMNS: readonly CsvColumn<Row>[] = [
  { heading: 'scheme', cell: ({ scheme }) => scheme.key },
  { heading: 'title', cell: ({ scheme }) => scheme.title },
  { heading: 'ended', cell: ({ ended }) => ended.at?.value },
  { heading: 'state', cell: ({ ended }) => ended.state },
  { heading: 'months', cell: ({ one }) => one.months },
  { heading: 'standing', cell: ({ one }) => one.standing },
  { heading: 'counts_from', cell: ({ one }) => one.from },
  { heading: 'due', cell: ({ one }) => one.due },
  { heading: 'done_on', cell: ({ one }) => one.doneOn },
  { heading: 'missed_since', cell: ({ one }) => one.missedSince },
  { heading: 'in_words', cell: ({ one }) => screeningInWords(one).text },
  { heading: 'fictional', cell: ({ scheme }) => scheme.fictional },
];

/** The screenings owed after schemes ended as a table, one a row. */
export function rescreeningSheet(schemes: AsyncIterable<WatchedScheme>, today: CalendarDay): Download {
  return Download.csv('re-screening.csv', COLUMNS, rowsOf(schemes, today));
}

async function* rowsOf(schemes: AsyncIterable<WatchedScheme>, today: CalendarDay): AsyncGenerator<Row> {
  for await (const scheme of schemes) {
    const found = rescreened(scheme, today);
    if (found) yield* found.screenings.map((one) => ({ scheme, ended: found.ended, one }));
  }
}
