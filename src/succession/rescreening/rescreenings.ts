import { addDays, addMonths, type CalendarDay } from '../../kernel/days/calendar-day.js';
import type { PartialDate } from '../../kernel/days/partial-date.js';

/** After how many months what is there now is screened again (D14.7 of the framework). */
export const RESCREENED_AFTER = [6, 12] as const;

/** Where one of the two screenings stands. */
export const RESCREENING_STANDINGS = {
  NOT_YET: 'Not due yet',
  DUE: 'Due now',
  DONE: 'Done',
  LATE: 'Done late',
  MISSED: 'Missed',
  NOT_RECORDED: 'Not recorded here',
} as const;

/** The code of where one of the two screenings stands. */
export type RescreeningStanding = keyof typeof RESCREENING_STANDINGS;

/** One screening of what is there six or twelve months after a scheme ended. */
export interface Rescreening {
  readonly months: (typeof RESCREENED_AFTER)[number];
  readonly standing: RescreeningStanding;
  /** The first day on which a screening counts for it. */
  readonly from: CalendarDay;
  /** The last day on which it is in time. */
  readonly due: CalendarDay;
  /** The day of the screening that counts; null while there is none. */
  readonly doneOn: CalendarDay | null;
  /** The first day on which it was missed; null where it was not. */
  readonly missedSince: CalendarDay | null;
}

/** When a scheme ended, the days on which it or what follows it was screened, and since when its trust records it here. */
export interface EndedScheme {
  readonly ended: PartialDate;
  readonly screenedOn: readonly CalendarDay[];
  /** The day since which its trust answers for it here; null where only sources speak of it, so that nobody was asked. */
  readonly askedSince: CalendarDay | null;
  readonly today: CalendarDay;
}

/**
 * The screenings owed six and twelve months after the end. A date that is known roughly counts as the latest day it can mean,
 * so that nothing is called missed too early; and a screening counts from a month before the earliest.
 */
export function rescreeningsOf(scheme: EndedScheme): readonly Rescreening[] {
  const [first, last] = RESCREENED_AFTER;
  const [firstDue, lastDue] = [dueAfter(scheme.ended, first), dueAfter(scheme.ended, last)];
  const lastOpens = laterOf(opensBefore(scheme.ended, last), addDays(firstDue, 1));
  return [
    rescreening(scheme, {
      months: first,
      from: opensBefore(scheme.ended, first),
      due: firstDue,
      until: addDays(lastOpens, -1),
    }),
    rescreening(scheme, { months: last, from: lastOpens, due: lastDue, until: null }),
  ];
}

interface Span {
  readonly months: Rescreening['months'];
  readonly from: CalendarDay;
  readonly due: CalendarDay;
  /** The last day on which a late one still counts for this; null where none follows. */
  readonly until: CalendarDay | null;
}

function rescreening({ screenedOn, askedSince, today }: EndedScheme, span: Span): Rescreening {
  const { until, ...days } = span;
  const { from, due } = days;
  const [doneOn = null] = screenedOn.filter((day) => day >= from && (until === null || day <= until)).sort();
  const missedSince = askedSince !== null && askedSince <= due ? addDays(due, 1) : null;
  const told = { ...days, doneOn, missedSince: null };
  if (doneOn !== null)
    return doneOn <= due ? { ...told, standing: 'DONE' } : { ...told, standing: 'LATE', missedSince };
  if (today <= due) return { ...told, standing: today < from ? 'NOT_YET' : 'DUE' };
  return { ...told, standing: missedSince === null ? 'NOT_RECORDED' : 'MISSED', missedSince };
}

function opensBefore(ended: PartialDate, months: Rescreening['months']): CalendarDay {
  return addMonths(ended.earliestDay, months - 1).day;
}

function dueAfter(ended: PartialDate, months: Rescreening['months']): CalendarDay {
  return addMonths(ended.latestDay, months).day;
}

function laterOf(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one > other ? one : other;
}
