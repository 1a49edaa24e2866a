/** How closely a source dates something. */
export type DatePrecision = 'day' | 'month' | 'season' | 'year';

const SEASON_STARTS = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;
type Season = keyof typeof SEASON_STARTS;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * A date exactly as closely as a source gives it: `2018-09-14`, `2018-09`, `2018-autumn` or `2018`. It never gains
 * precision: comparisons answer from the earliest and the latest day that it can mean, and say no when they cannot tell.
 * Seasons are the Met Office's: spring starts in March; winter runs from December into the following year.
 */
export class PartialDate {
  private constructor(
    readonly value: string,
    readonly precision: DatePrecision,
    /** The first day that this can mean, as YYYY-MM-DD. */
    readonly earliestDay: string,
    /** The last day that this can mean, as YYYY-MM-DD. */
    readonly latestDay: string,
  ) {}

  /** Reads the text form. Throws a RangeError, in words for whoever wrote it, when it is not one of the four forms. */
  static from(value: string): PartialDate {
    const read = readDay(value) ?? readMonth(value) ?? readSeason(value) ?? readYear(value);
    if (read) return new PartialDate(value, ...read);
    throw new RangeError(
      `"${value}" is not a date. Write it like 2018-09-14, 2018-09, 2018-autumn or 2018, as closely as it is known.`,
    );
  }

  /** True when `from` would accept the text. */
  static accepts(value: string): boolean {
    return (readDay(value) ?? readMonth(value) ?? readSeason(value) ?? readYear(value)) !== undefined;
  }

  /** True only when every day this can mean comes before every day the other can mean. */
  isCertainlyBefore(other: PartialDate): boolean {
    return this.latestDay < other.earliestDay;
  }

  /** The way GOV.UK writes dates: "14 September 2018", "September 2018", "autumn 2018", "winter 2018 to 2019", "2018". */
  toString(): string {
    const [year = '', middle = '', day = ''] = this.value.split('-');
    if (this.precision === 'year') return year;
    if (this.precision === 'season') {
      return middle === 'winter' ? `winter ${year} to ${Number(year) + 1}` : `${middle} ${year}`;
    }
    const month = `${MONTHS[Number(middle) - 1] ?? middle} ${year}`;
    return this.precision === 'day' ? `${Number(day)} ${month}` : month;
  }

  /** The text form that `from` reads. */
  toJSON(): string {
    return this.value;
  }
}

type Span = readonly [precision: DatePrecision, earliestDay: string, latestDay: string];

function readDay(value: string): Span | undefined {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return isReal ? ['day', value, value] : undefined;
}

function readMonth(value: string): Span | undefined {
  if (!/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(value)) return undefined;
  const [year, month] = value.split('-').map(Number);
  return ['month', `${value}-01`, lastDayOfMonth(year ?? 0, month ?? 0)];
}

function readSeason(value: string): Span | undefined {
  const [, year, name] = /^([12]\d{3})-(spring|summer|autumn|winter)$/.exec(value) ?? [];
  if (year === undefined || !isSeason(name)) return undefined;
  const start = SEASON_STARTS[name];
  return ['season', `${year}-${String(start).padStart(2, '0')}-01`, lastDayOfMonth(Number(year), start + 2)];
}

function readYear(value: string): Span | undefined {
  return /^[12]\d{3}$/.test(value) ? ['year', `${value}-01-01`, `${value}-12-31`] : undefined;
}

function isSeason(name: string | undefined): name is Season {
  return name !== undefined && Object.hasOwn(SEASON_STARTS, name);
}

/** Months past the twelfth run into the following year, as winter does. */
function lastDayOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
