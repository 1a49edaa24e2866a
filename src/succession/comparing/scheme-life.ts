import type { Json } from '../../kernel/canonical-json.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { PartialDate } from '../../kernel/days/partial-date.js';
import type { ClaimTopic } from '../../deployments/claims/claim-topics.js';
import { isLifeCycleState, type LifeCycleState } from '../../deployments/life-cycle-state.js';

/** What is recorded of when a scheme began, stopped and goes on. */
export interface LivedScheme {
  readonly stateCode: LifeCycleState;
  readonly stateAt: string | null;
  /** Its steps in the order in which they were recorded. */
  readonly steps: readonly { readonly toState: LifeCycleState; readonly happened: string }[];
  /** Orders that it must stop, whoever gave them. */
  readonly halts: readonly { readonly effectiveOn: CalendarDay }[];
  /** What is claimed of its start, its end and its state. */
  readonly dated: readonly {
    readonly topic: ClaimTopic;
    readonly value: Json;
    readonly dated: string | null;
    readonly asOf: string | null;
    readonly planned: boolean;
  }[];
}

/** That a scheme stopped: into which state, and when as closely as it is known. */
export interface Stop {
  readonly state: LifeCycleState | null;
  readonly at: PartialDate | null;
}

/** When a scheme began, whether and when it first stopped, and whether it goes on. */
export interface SchemeLife {
  readonly began: PartialDate | null;
  readonly stopped: Stop | null;
  readonly goesOn: boolean;
  /** True where nothing that is recorded says whether it ended. */
  readonly endUnknown: boolean;
}

const GOING: ReadonlySet<LifeCycleState> = new Set(['PROPOSED', 'PLANNED', 'TRAINING', 'LIVE']);
const ENDING: ReadonlySet<LifeCycleState> = new Set(['HALT_ORDERED', 'STEPPING_DOWN', 'CLOSED', 'DISBANDED']);

/** The life of a scheme, read out of what is recorded; what has no date says no order. */
export function lifeOf(scheme: LivedScheme): SchemeLife {
  const starts = [
    ...scheme.dated.flatMap(({ topic, dated, planned }) =>
      topic === 'START' && !planned && dated !== null ? [dated] : [],
    ),
    ...scheme.steps.flatMap(({ toState, happened }) => (toState === 'LIVE' ? [happened] : [])),
  ];
  const [stopped = null] = stopsOf(scheme).sort(byDay);
  return {
    began: starts.map((one) => PartialDate.from(one)).sort(byEarliest)[0] ?? null,
    stopped,
    goesOn: GOING.has(scheme.stateCode),
    endUnknown: scheme.stateCode === 'UNKNOWN',
  };
}

/**
 * Since when it is halted, stepped down, closed, disbanded or said to have ended; null while it goes on. A pause is no end,
 * and a scheme that went on after it was halted counts from the halt after that.
 */
export function endOf(scheme: LivedScheme): Stop | null {
  if (GOING.has(scheme.stateCode) || scheme.stateCode === 'PAUSED') return null;
  const wentOn = scheme.steps.findLastIndex(({ toState }) => GOING.has(toState));
  const step = scheme.steps.slice(wentOn + 1).find(({ toState }) => ENDING.has(toState));
  if (step) return stop(step.toState, step.happened);
  if (ENDING.has(scheme.stateCode)) return stop(scheme.stateCode, scheme.stateAt);
  return endsClaimed(scheme).sort(byDay)[0] ?? null;
}

function stopsOf(scheme: LivedScheme): Stop[] {
  const isStop = (state: unknown): state is LifeCycleState =>
    isLifeCycleState(state) && (ENDING.has(state) || state === 'PAUSED');
  return [
    ...scheme.steps.flatMap(({ toState, happened }) => (isStop(toState) ? [stop(toState, happened)] : [])),
    ...scheme.dated.flatMap(({ topic, value, dated, asOf }) =>
      topic === 'STATE' && isStop(value) ? [stop(value, dated ?? asOf)] : [],
    ),
    ...endsClaimed(scheme),
    ...scheme.halts.map(({ effectiveOn }) => stop('HALT_ORDERED', effectiveOn)),
    ...(isStop(scheme.stateCode) ? [stop(scheme.stateCode, scheme.stateAt)] : []),
  ];
}

function endsClaimed({ dated: claims }: LivedScheme): Stop[] {
  return claims.flatMap(({ topic, dated, planned }) =>
    topic === 'END' && !planned && dated !== null ? [stop(null, dated)] : [],
  );
}

function stop(state: LifeCycleState | null, at: string | null): Stop {
  return { state, at: at !== null && PartialDate.accepts(at) ? PartialDate.from(at) : null };
}

/** Those with a date first, the earliest before the others. */
function byDay({ at: one }: Stop, { at: other }: Stop): number {
  return (one?.earliestDay ?? '9').localeCompare(other?.earliestDay ?? '9');
}

function byEarliest(one: PartialDate, other: PartialDate): number {
  return one.earliestDay.localeCompare(other.earliestDay);
}
