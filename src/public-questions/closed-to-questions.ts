import { addDays, type CalendarDay } from '../kernel/days/calendar-day.js';
import { day } from '../web/words.js';

/** What decides whether anybody may ask about a halt. */
export interface HaltAskedAbout {
  readonly effectiveOn: CalendarDay;
  readonly published: boolean;
}

/** Why nobody may ask about a halt today, in a sentence; null where anybody may. */
export function closedToQuestions(halt: HaltAskedAbout, today: CalendarDay): string | null {
  if (!halt.published) return 'The scheme is not public yet, so that nobody can ask about it in public.';
  if (today <= halt.effectiveOn)
    return `The day of this halt has not passed. Anybody may ask about it from ${day(addDays(halt.effectiveOn, 1))}.`;
  return null;
}
