import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { day, plural } from '../../web/words.js';
import { ratingState } from '../result-page/result-words.js';
import { stateCell, type StateTag, type TableRows } from '../table-cells.js';
import type { PromiseRow } from './promises.queries.js';
import { publicationStanding, STANDING_WORDS } from './publication-standing.js';

/** A promised publication as a list shows it. */
export interface PromiseSummary extends PromiseRow {
  readonly standing: StateTag;
  /** The rating of the newest release; null before it, and after a withdrawal. */
  readonly rating: StateTag | null;
  /** Where it leads: to the newest release, or to what is known of the promise. */
  readonly href: string;
  /** How many days have passed since the promised day, when it passed in silence. */
  readonly daysLate: number | null;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** A promise with how it stands on a day. */
export function promiseSummary<Row extends PromiseRow>(row: Row, today: CalendarDay): Row & PromiseSummary {
  const standing = publicationStanding(row, today);
  const late = (Date.parse(today) - Date.parse(row.promisedOn)) / MILLISECONDS_A_DAY;
  return {
    ...row,
    standing: STANDING_WORDS[standing],
    rating: row.newest?.overall ? ratingState(row.newest.overall) : null,
    href: row.newest ? `/publications/${String(row.newest.serial)}` : `/publications/reviews/${row.id}`,
    daysLate: standing === 'DUE_NOT_PUBLISHED' ? late : null,
  };
}

/** Promises whose day has passed in silence: scheme, trust, round, promised day, and how late. */
export function overdueRows(promises: readonly PromiseRow[], today: CalendarDay): TableRows {
  return promises.map((row) => {
    const { href, daysLate } = promiseSummary(row, today);
    const scheme = { text: row.deployment ?? row.organisation, href };
    return [scheme, row.organisation, row.round, day(row.promisedOn), plural(daysLate ?? 0, 'day')];
  });
}

/** Every promise: scheme, trust, round, promised day, how it stands, and the rating where there is one. */
export function promiseRows(promises: readonly PromiseRow[], today: CalendarDay): TableRows {
  return promises.map((row) => {
    const { href, standing, rating } = promiseSummary(row, today);
    const scheme = { text: row.deployment ?? row.organisation, href };
    const rated = rating ? stateCell(rating) : 'None';
    return [scheme, row.organisation, row.round, day(row.promisedOn), stateCell(standing), rated];
  });
}
