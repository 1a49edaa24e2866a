import { addDays, addMonths, type CalendarDay } from '../../kernel/days/calendar-day.js';
import { day } from '../../web/words.js';

/** How closely a source says when something was counted. */
export const PERIOD_PRECISIONS = {
  MONTH: 'A month',
  QUARTER: 'A quarter',
  YEAR: 'A year',
  NOT_STATED: 'The source does not say',
} as const;

/** One of these precisions. */
export type PeriodPrecision = keyof typeof PERIOD_PRECISIONS;

/** When something was counted: a stretch of days, or only its place in the order of its source. */
export interface ActivityPeriod {
  /** As it is kept: `2019-04`, `2019-Q2`, `2018/19-Q1`, `2019`, `2018/19` or `UNSPECIFIED_1`. */
  readonly written: string;
  readonly closeness: PeriodPrecision;
  /** First and last day; null where the source gives no period. */
  readonly days: { readonly from: CalendarDay; readonly to: CalendarDay } | null;
  /** Its place among figures whose period nobody stated; 0 for one that is stated. */
  readonly place: number;
  readonly words: string;
  /** The same for the axis of a picture. */
  readonly short: string;
}

/** How periods are written, for hints and refusals. */
export const PERIODS_WRITTEN =
  'Write 2019-04 for a month, 2019-Q2 or 2019/20-Q1 for a quarter, 2019 or 2018/19 for a year, and UNSPECIFIED_1, UNSPECIFIED_2 and so on where the source gives no period.';

/** Reads a period as people and files write it; null where it is none. */
export function readPeriod(text: string): ActivityPeriod | null {
  const written = text.trim().toUpperCase().replace(/\s+/g, '');
  const unstated = /^UNSPECIFIED_([1-9]\d?)$/.exec(written)?.[1];
  if (unstated !== undefined) return notStated(written, Number(unstated));
  const parts = /^((?:19|20)\d{2})(\/\d{2})?(?:-(Q[1-4]|\d{2}))?$/.exec(written);
  if (!parts) return null;
  const [, year = '', financial, within] = parts;
  if (financial !== undefined && financial !== `/${String(Number(year) + 1).slice(2)}`) return null;
  if (within === undefined) return yearOf(written, year, financial !== undefined);
  if (within.startsWith('Q')) return quarterOf(written, `${year}${financial ?? ''}`, Number(within.slice(1)));
  const month = Number(within);
  return financial !== undefined || month < 1 || month > 12 ? null : monthOf(written);
}

/** True where both mean the same days, or the same place among those that nobody stated. */
export function isSamePeriod(one: ActivityPeriod, other: ActivityPeriod): boolean {
  return one.place === other.place && one.days?.from === other.days?.from && one.days?.to === other.days?.to;
}

/** Orders periods by their ends, those that nobody stated by their place and after the others. */
export function byPeriod(one: ActivityPeriod, other: ActivityPeriod): number {
  const [end, otherEnd] = [one.days?.to ?? '9999', other.days?.to ?? '9999'];
  return end < otherEnd ? -1 : end > otherEnd ? 1 : one.place - other.place;
}

/** True where one is known to end before the other does. */
export function endsBefore(one: ActivityPeriod, other: ActivityPeriod): boolean {
  if (one.days === null || other.days === null)
    return one.days === null && other.days === null && one.place < other.place;
  return one.days.to < other.days.to;
}

function notStated(written: string, place: number): ActivityPeriod {
  return {
    ...{ written, closeness: 'NOT_STATED', days: null, place },
    words: `period not stated (figure ${String(place)})`,
    short: `Figure ${String(place)}`,
  };
}

function yearOf(written: string, year: string, isFinancial: boolean): ActivityPeriod {
  const days = stretchOf(`${year}-${isFinancial ? '04' : '01'}-01`, 12);
  return { written, closeness: 'YEAR', days, place: 0, words: written, short: written };
}

function quarterOf(written: string, year: string, quarter: number): ActivityPeriod {
  const begins = year.includes('/') ? 4 : 1;
  const first = `${year.slice(0, 4)}-${String(begins).padStart(2, '0')}-01`;
  const days = stretchOf(addMonths(first, (quarter - 1) * 3).day, 3);
  return {
    ...{ written, closeness: 'QUARTER', days, place: 0 },
    words: `${day(days.from.slice(0, 7))} to ${day(days.to.slice(0, 7))}`,
    short: `Q${String(quarter)} ${year}`,
  };
}

function monthOf(written: string): ActivityPeriod {
  const days = stretchOf(`${written}-01`, 1);
  const [month = '', year = ''] = day(written).split(' ');
  return {
    ...{ written, closeness: 'MONTH', days, place: 0 },
    words: day(written),
    short: `${month.slice(0, 3)} ${year}`,
  };
}

function stretchOf(from: CalendarDay, months: number): { from: CalendarDay; to: CalendarDay } {
  return { from, to: addDays(addMonths(from, months).day, -1) };
}
