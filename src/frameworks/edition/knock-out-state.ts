import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Criterion, Edition } from './edition-schema.js';
import { sourcesInForce } from './sources-in-force.js';
import { isSettled, isVerified, type EditionVerification } from './verification.js';

/** Whether a criterion stops a scheme by itself on a day and, where it was meant to but does not, why. */
export type KnockOutState =
  { readonly active: true } | { readonly active: false; readonly because: string | null };

/**
 * A knock-out counts only from its own date, only while a verified source in force carries it, and only where an
 * inferred requirement has been ratified; `because` is null for a criterion that is no knock-out at all.
 */
export function knockOutState(
  edition: Edition,
  criterion: Criterion,
  day: CalendarDay,
  verification: EditionVerification,
): KnockOutState {
  if (criterion.knockOut === null) return { active: false, because: null };
  if (day < criterion.knockOut.from) {
    return { active: false, because: `It stops a scheme only from ${criterion.knockOut.from}.` };
  }
  if (!sourcesInForce(edition, criterion, day).some((source) => isVerified(source, verification))) {
    return { active: false, because: 'It does not stop a scheme yet: its reference is being checked.' };
  }
  if (!isSettled(criterion, verification)) {
    return {
      active: false,
      because:
        'It does not stop a scheme yet: its source does not say it in these words and it was not ratified.',
    };
  }
  return { active: true };
}
