import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { ActionRow } from '../actions/actions.queries.js';
import { actionState, ACTION_STATE_WORDS } from '../actions/action-state.js';
import type { ToldState } from './result-words.js';

/** Tells where an action stands on a day. */
export function toldAction<Row extends ActionRow>(
  row: Row,
  today: CalendarDay,
): Row & { readonly state: ToldState } {
  return { ...row, state: ACTION_STATE_WORDS[actionState(row, today)] };
}
