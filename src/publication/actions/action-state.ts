import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { ActionStep, StepKind } from './action-step.entity.js';
import type { StateTag } from '../../web/state-tag.js';

/** Every state of an action, the most pressing first. */
export const ACTION_STATES = ['OVERDUE', 'OPEN', 'REPORTED', 'DONE'] as const;

/** Where an action stands: open, overdue, reported done and waiting for a check, or done and checked. */
export type ActionState = (typeof ACTION_STATES)[number];

/** The words and the tone of each state, as everyone reads it. */
export const ACTION_STATE_WORDS: Readonly<Record<ActionState, StateTag>> = {
  OVERDUE: { text: 'Overdue', tone: 'stop' },
  OPEN: { text: 'Open', tone: 'waiting' },
  REPORTED: { text: 'Reported done, being checked', tone: 'attention' },
  DONE: { text: 'Done and checked', tone: 'good' },
};

/**
 * Where an action stands on a day. What was only reported is not done; a report that came in time waits for its check
 * without blame, and a late one stays overdue until somebody else has checked it.
 */
export function actionState(
  {
    dueOn,
    lastStep,
  }: { readonly dueOn: CalendarDay; readonly lastStep: Pick<ActionStep, 'kind' | 'takenOn'> | null },
  today: CalendarDay,
): ActionState {
  if (lastStep?.kind === 'accepted') return 'DONE';
  if (lastStep?.kind === 'done' && lastStep.takenOn <= dueOn) return 'REPORTED';
  return today > dueOn ? 'OVERDUE' : lastStep?.kind === 'done' ? 'REPORTED' : 'OPEN';
}

/** What may follow the last step: a report, then a check of it, and a reopening of what was accepted. */
export function stepsAfter(lastStep: StepKind | null): readonly StepKind[] {
  if (lastStep === 'done') return ['accepted', 'not-accepted'];
  return lastStep === 'accepted' ? ['reopened'] : ['done'];
}
