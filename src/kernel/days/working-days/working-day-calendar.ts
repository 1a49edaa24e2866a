import { z } from 'zod';
import { addMonths, type CalendarDay, isCalendarDay, weekdayOf, yearOf } from '../calendar-day.js';
import type { FactFault } from '../../fact-files/fact-file-fault.js';
import { YamlText } from '../../fact-files/yaml-file.js';

const SUNDAY = 0;
const SATURDAY = 6;
const MONTHS_AHEAD = 6;

const daySchema = z.string().refine(isCalendarDay, 'is not a day like 2026-12-28, written in quotes');

const yearSchema = z.strictObject({
  year: z.int(),
  confidence: z.enum(['A', 'B']),
  note: z.string().optional(),
  days: z.record(z.string(), z.string()),
});

const fileSchema = z.strictObject({
  edition: daySchema,
  source: z.string(),
  url: z.url(),
  law: z.string(),
  years: z.array(yearSchema).min(1),
});

/** One year of bank holidays: each day with its name. Confidence A is seen in a source, B general knowledge. */
export interface HolidayYear {
  readonly year: number;
  readonly confidence: 'A' | 'B';
  readonly days: Readonly<Record<CalendarDay, string>>;
}

/** Bank holidays of consecutive years, with where they come from, so that a computed date can be explained. */
export interface WorkingDayCalendar {
  readonly edition: CalendarDay;
  readonly source: string;
  readonly years: readonly HolidayYear[];
}

/**
 * The calendar that a file holds: consecutive years, and each holiday a day from Monday to Friday of its year.
 * @throws FactFileFault listing everything that is wrong with the file.
 */
export function readWorkingDayCalendar(file: string, text: string): WorkingDayCalendar {
  const yaml = new YamlText(file, text);
  const calendar = yaml.as(fileSchema);
  const faults = calendar.years.flatMap((year, at): FactFault[] => [
    ...(year.year === (calendar.years[0]?.year ?? 0) + at
      ? []
      : [yaml.fault(['years', at], `${year.year} does not follow the year before it`)]),
    ...Object.keys(year.days).flatMap((day) =>
      faultsOf(day, year.year).map((fault) => yaml.fault(['years', at, 'days', day], fault)),
    ),
  ]);
  yaml.refuse(faults);
  return calendar;
}

/**
 * The first year whose bank holidays are missing although a period that begins today may run into it, or null.
 * Half a year is longer than any period that Candour counts in working days.
 */
export function missingYear(today: CalendarDay, { years }: WorkingDayCalendar): number | null {
  const needed = [yearOf(today), yearOf(addMonths(today, MONTHS_AHEAD).day)];
  return needed.find((wanted) => !years.some(({ year }) => year === wanted)) ?? null;
}

function faultsOf(day: CalendarDay, year: number): readonly string[] {
  const exists: boolean = isCalendarDay(day);
  if (!exists) return [`${day} is not a day like 2026-12-28`];
  if (yearOf(day) !== year) return [`${day} is not in ${year}`];
  const weekday = weekdayOf(day);
  return weekday === SATURDAY || weekday === SUNDAY
    ? [`${day} is at a weekend, so it is no bank holiday`]
    : [];
}
