import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { day, plural, sentenceList } from '../../web/words.js';
import { ratingState } from '../result-page/result-words.js';
import { stateCell, type TableRows } from '../table-cells.js';
import type { PromiseRow } from './promises.queries.js';
import { publicity, PUBLICITY_WORDS } from '../../reviews/progress/publicity.js';
import { daysLate, reviewStanding, REVIEW_STANDING_WORDS } from '../../reviews/progress/review-standing.js';
import type { StateTag } from '../../web/state-tag.js';

/** A promised publication as a list shows it. */
export interface PromiseSummary extends PromiseRow {
  /** What became of the promise to publish. */
  readonly publicity: StateTag;
  /** What the trust has done, late or not. */
  readonly standing: StateTag;
  /** The rating of the newest release; null before it, and after a withdrawal. */
  readonly rating: StateTag | null;
  /** Where it leads: to the newest release, or to what is known of the promise. */
  readonly href: string;
  /** How many days have passed since the day first promised, when it passed in silence. */
  readonly daysOverdue: number | null;
}

/** A promise with how it stands on a day. */
export function promiseSummary<Row extends PromiseRow>(row: Row, today: CalendarDay): Row & PromiseSummary {
  const became = publicity(row, today);
  return {
    ...row,
    publicity: PUBLICITY_WORDS[became],
    standing: REVIEW_STANDING_WORDS[reviewStanding(row, today)],
    rating: row.newest?.overall ? ratingState(row.newest.overall) : null,
    href: row.newest ? `/publications/${String(row.newest.serial)}` : `/publications/reviews/${row.id}`,
    daysOverdue: became === 'DUE_NOT_PUBLISHED' ? daysLate(row.firstPublicationDate, today) : null,
  };
}

/** Promises whose day has passed in silence: scheme, trust, round, the day first promised, later days, and how late. */
export function overdueRows(promises: readonly PromiseRow[], today: CalendarDay): TableRows {
  return promises.map((row) => {
    const { href, daysOverdue } = promiseSummary(row, today);
    const scheme = { text: row.deployment ?? row.organisation, href };
    const promised = [day(row.firstPublicationDate), laterDays(row)];
    return [scheme, row.organisation, row.round, ...promised, plural(daysOverdue ?? 0, 'day')];
  });
}

/** Every promise: scheme, trust, round, the days promised, what became of it, what the trust did, and the rating. */
export function promiseRows(promises: readonly PromiseRow[], today: CalendarDay): TableRows {
  return promises.map((row) => {
    const { href, publicity: became, standing, rating } = promiseSummary(row, today);
    const scheme = { text: row.deployment ?? row.organisation, href };
    const rated = rating ? stateCell(rating) : 'None';
    const states = [stateCell(became), stateCell(standing), rated];
    return [scheme, row.organisation, row.round, promisedWords(row), ...states];
  });
}

/** Every later day to which publication was moved, with its reason; “None” where the first promise stands. */
function laterDays(row: PromiseRow): string {
  const later = publicationMoves(row).map(({ becomes, reason }) => `${day(becomes)}: ${reason}`);
  return later.length === 0 ? 'None' : later.join(' ');
}

/** The day first promised, and after it every later one. */
function promisedWords(row: PromiseRow): string {
  const later = publicationMoves(row).map(({ becomes }) => day(becomes));
  const first = day(row.firstPublicationDate);
  return later.length === 0 ? first : `${first} first, then ${sentenceList(later, 'then')}`;
}

function publicationMoves({ moves }: PromiseRow): PromiseRow['moves'] {
  return moves.filter(({ which }) => which === 'publication_date');
}
