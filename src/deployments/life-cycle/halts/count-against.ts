import { COUNT_BANDS, type CountBand } from '../steps/step-answers.js';
import type { HaltStepView } from './halt-view.js';

/** A count as far as it is set beside others: how many cases are closed since the order, and on which day that was counted. */
type Counted = Pick<HaltStepView, 'closedSince' | 'happenedOn'>;

/**
 * A count with which this one cannot be reconciled: of the same or an earlier day with more closed cases, or of a later one with
 * fewer; undefined where there is none. A case that was closed stays closed.
 */
export function countAgainst<Other extends Counted>(
  counts: readonly Other[],
  { closedSince, happenedOn }: Counted,
): Other | undefined {
  if (closedSince === null) return undefined;
  const closed = placeOf(closedSince);
  return counts.find((other) => {
    if (other.closedSince === null) return false;
    const theirs = placeOf(other.closedSince);
    return other.happenedOn <= happenedOn ? theirs > closed : theirs < closed;
  });
}

function placeOf(band: CountBand): number {
  return COUNT_BANDS.indexOf(band);
}
