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

/** What a trust says of its scheme's dates, laid side by side, each as closely as it is known. */
export interface DatesSideBySide extends Pick<SchemeDates, 'state' | 'stateAt' | 'started'> {
  readonly ended: string | null;
  /** When each step was taken, in the order in which they were recorded. */
  readonly steps: readonly string[];
}

/** What does not fit of the dates that a trust says of its scheme, a sentence each; empty where all do. */
export function unfittingDates({ state, stateAt, started, ended, steps }: DatesSideBySide): string[] {
  return [
    ...(isOutOfOrder(started, ended)
      ? [
          `The end must not be before the start: you say ${words(started)} for the start and ${words(ended)} for the end.`,
        ]
      : []),
    ...(!NOT_STARTED.includes(state) && isOutOfOrder(started, stateAt)
      ? [
          `It cannot stand where it stands since ${words(stateAt)}, before it started: you say ${words(started)} for the start.`,
        ]
      : []),
    ...steps.flatMap((step, at) =>
      isOutOfOrder(steps[at - 1], step)
        ? [
            `Steps follow each other: one of ${words(step)} cannot come after ${words(steps[at - 1] ?? null)}.`,
          ]
        : [],
    ),
  ];
}

function words(date: string | null): string {
  return date === null ? '' : PartialDate.from(date).toString();
}
