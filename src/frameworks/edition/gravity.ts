import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Criterion, Edition } from './edition-schema.js';
import { knockOutState } from './knock-out-state.js';
import { sourcesInForce } from './sources-in-force.js';
import { isSettled, isVerified, type EditionVerification } from './verification.js';

/**
 * What a criterion can mean for a rating when it is failed: one of the three elements of 10 March 2023, another
 * knock-out, a duty in law, or none of these.
 */
export const GRAVITIES = ['RED_LINE', 'KNOCK_OUT', 'STATUTORY', 'ORDINARY'] as const;

/** What one criterion means for a rating when it is failed. */
export type Gravity = (typeof GRAVITIES)[number];

/** The gravity of a criterion on the day under review. A reference still being checked never adds gravity. */
export function gravityOn(
  edition: Edition,
  criterion: Criterion,
  day: CalendarDay,
  verification: EditionVerification,
): Gravity {
  if (knockOutState(edition, criterion, day, verification).active) {
    return criterion.knockOut?.element ? 'RED_LINE' : 'KNOCK_OUT';
  }
  const restsOnLaw = sourcesInForce(edition, criterion, day).some(
    (reference) => reference.source.kind === 'law' && isVerified(reference, verification),
  );
  return restsOnLaw && isSettled(criterion, verification) ? 'STATUTORY' : 'ORDINARY';
}
