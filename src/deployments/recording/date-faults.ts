import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { isOutOfOrder, isToCome } from '../../kernel/days/dates-fit.js';
import { PartialDate } from '../../kernel/days/partial-date.js';
import type { Issue } from '../../kernel/refusal.js';
import type { LifeCycleState } from '../life-cycle-state.js';

/** When a scheme stands where it stands, and when it started or was to start, as its trust says. */
export interface SchemeDates {
  readonly state: LifeCycleState;
  readonly stateAt: string | null;
  readonly started: string | null;
  readonly startPlanned: boolean | null;
}

const NOT_STARTED: readonly LifeCycleState[] = ['PROPOSED', 'PLANNED', 'TRAINING', 'NOT_ADOPTED'];

/** What is wrong with the dates of a scheme, seen on this day; empty where they fit each other and the calendar. */
export function dateFaults(said: SchemeDates, today: CalendarDay): Issue[] {
  const { state, stateAt, started, startPlanned } = said;
  const happened = startPlanned === false;
  return [
    ...(isToCome(stateAt, today)
      ? [{ field: 'stateAt', text: 'Since when it stands there must be today or in the past.' }]
      : []),
    ...(happened && isToCome(started, today)
      ? [
          {
            field: 'started',
            text: 'The start is said to have happened, so its date must be today or in the past.',
          },
        ]
      : []),
    ...(happened && !NOT_STARTED.includes(state) && isOutOfOrder(started, stateAt)
      ? [{ field: 'stateAt', text: `It cannot stand there since before it started in ${words(started)}.` }]
      : []),
  ];
}

/** A start or an end that the trust claimed before, as closely as it is known. */
export interface ClaimedDates {
  readonly started: string | null;
  readonly ended: string | null;
}

/** What is wrong with the date of a claim beside what the trust claimed of start and end before. */
export function claimDateFaults(
  { topic, dated }: { readonly topic: string; readonly dated: string | null },
  { started, ended }: ClaimedDates,
): Issue[] {
  if (topic === 'END' && isOutOfOrder(started, dated))
    return [
      { field: 'dated', text: `The end must not be before the start, which you say was ${words(started)}.` },
    ];
  if (topic === 'START' && isOutOfOrder(dated, ended))
    return [
      { field: 'dated', text: `The start must not be after the end, which you say was ${words(ended)}.` },
    ];
  return [];
}

function words(date: string | null): string {
  return date === null ? '' : PartialDate.from(date).toString();
}
