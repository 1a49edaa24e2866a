import { lastFromOutside, type StepAboutHalt } from '../deployments/life-cycle/halts/halt-state.js';
import { addDays, type CalendarDay } from '../kernel/days/calendar-day.js';
import { day } from '../web/words.js';

/** What decides whether anybody may ask about a halt. */
export interface HaltAskedAbout {
  readonly effectiveOn: CalendarDay;
  readonly published: boolean;
  readonly steps: readonly StepAboutHalt[];
}

/**
 * Why nobody may ask about a halt today, in a sentence; null where anybody may. That its trust found it in effect, or says
 * that it stopped, closes no question: only what somebody outside found last does.
 */
export function closedToQuestions(halt: HaltAskedAbout, today: CalendarDay): string | null {
  if (!halt.published) return 'The scheme is not public yet, so that nobody can ask about it in public.';
  if (today <= halt.effectiveOn)
    return `The day of this halt has not passed. Anybody may ask about it from ${day(addDays(halt.effectiveOn, 1))}.`;
  if (halt.steps.some(({ kind }) => kind === 'lifted'))
    return 'This order was lifted by whoever gave it. What was asked and answered before stays.';
  if (lastFromOutside(halt.steps)?.finding === 'in-effect')
    return 'Somebody outside the trust found this halt in effect. What was asked and answered before stays.';
  return null;
}
