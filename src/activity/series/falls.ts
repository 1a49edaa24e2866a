import { byPeriod, endsBefore, type ActivityPeriod } from './activity-period.js';

/** A figure at its period. */
export interface FigureInTime {
  readonly period: ActivityPeriod;
  readonly value: number;
}

/** Two figures of which the later is the smaller. */
export interface Fall {
  readonly from: FigureInTime;
  readonly to: FigureInTime;
}

/** Where counts that are said to run from the beginning fall, which no such count can; null where they never do. */
export function firstFall(figures: readonly FigureInTime[]): Fall | null {
  const ordered = [...figures].sort((one, other) => byPeriod(one.period, other.period));
  for (const to of ordered) {
    const from = ordered.findLast(
      (earlier) => endsBefore(earlier.period, to.period) && earlier.value > to.value,
    );
    if (from) return { from, to };
  }
  return null;
}

/** The sentences that say where such counts fall, and as what they can be recorded. */
export function fallInWords({ from, to }: Fall): string {
  return `The figures fall from ${inWords(from)} to ${inWords(to)}. A count of everybody since the beginning cannot fall. Record them as people on the scheme at the end of each period, or as new people in each period, whichever was counted.`;
}

function inWords({ period, value }: FigureInTime): string {
  return `${value.toLocaleString('en-GB')} (${period.words})`;
}
