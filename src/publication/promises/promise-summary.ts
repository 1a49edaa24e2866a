import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { PromiseRow } from './promised-publication.js';
import { publicationStanding, STANDING_WORDS } from './publication-standing.js';
import { ratingState, type StateTag } from '../content/result-words.js';

/** A promised publication as a list tells it. */
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

/** Tells how a promise stands on a day. */
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
