import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { ActionRow } from './actions.queries.js';
import { actionState, ACTION_STATE_WORDS } from './action-state.js';
import type { StateTag } from '../content/result-words.js';

/** Tells where an action stands on a day. */
export function actionWithState<Row extends ActionRow>(
  row: Row,
  today: CalendarDay,
): Row & { readonly state: StateTag } {
  return { ...row, state: ACTION_STATE_WORDS[actionState(row, today)] };
}
