import { criteriaInForce, type CriterionInForce } from '../frameworks/edition/criteria-in-force.js';
import type { Edition } from '../frameworks/edition/edition-schema.js';
import { NOTHING_VERIFIED } from '../frameworks/edition/verification.js';
import type { CalendarDay } from '../kernel/days/calendar-day.js';

/** The criteria a review is scored against, in the round's order, each with its weight on the day under review. */
export function criteriaOf(
  { asAt, criteria }: { readonly asAt: CalendarDay; readonly criteria: readonly string[] },
  edition: Edition,
): readonly CriterionInForce[] {
  const inForce = new Map(
    criteriaInForce(edition, asAt, NOTHING_VERIFIED).map((each) => [each.criterion.id, each]),
  );
  return criteria.flatMap((code) => inForce.get(code) ?? []);
}
