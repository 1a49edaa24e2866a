import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Criterion, Edition } from './edition-schema.js';
import { type Gravity, gravityOn } from './gravity.js';
import { type KnockOutState, knockOutState } from './knock-out-state.js';
import { type SourceInForce, sourcesInForce } from './sources-in-force.js';
import type { EditionVerification } from './verification.js';

/** A criterion as it stood on the day under review: the sources it may cite, and what failing it means. */
export interface CriterionInForce {
  readonly criterion: Criterion;
  readonly sources: readonly SourceInForce[];
  readonly knockOut: KnockOutState;
  readonly gravity: Gravity;
}

/** The criteria a review with this as-at date is scored against, in the edition's order. */
export function criteriaInForce(
  edition: Edition,
  day: CalendarDay,
  verification: EditionVerification,
): readonly CriterionInForce[] {
  return edition.criteria
    .filter((criterion) => appliesOn(criterion, day))
    .map((criterion) => criterionOn(edition, criterion, day, verification));
}

/** True on the days between which a criterion applies. */
export function appliesOn({ appliesFrom, appliesTo }: Criterion, day: CalendarDay): boolean {
  return appliesFrom <= day && (appliesTo === null || day < appliesTo);
}

/** A criterion as it stands on a day, whether it applies then or not. */
export function criterionOn(
  edition: Edition,
  criterion: Criterion,
  day: CalendarDay,
  verification: EditionVerification,
): CriterionInForce {
  return {
    criterion,
    sources: sourcesInForce(edition, criterion, day),
    knockOut: knockOutState(edition, criterion, day, verification),
    gravity: gravityOn(edition, criterion, day, verification),
  };
}
