import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { day } from '../../web/words.js';
import { stateCell, type TableRows } from '../table-cells.js';
import { actionState, ACTION_STATE_WORDS } from './action-state.js';
import type { ActionRow } from './actions.queries.js';
import type { StateTag } from '../../web/state-tag.js';

/** An action with where it stands on a day. */
export function actionWithState<Row extends ActionRow>(
  row: Row,
  today: CalendarDay,
): Row & { readonly state: StateTag } {
  return { ...row, state: ACTION_STATE_WORDS[actionState(row, today)] };
}

/** Actions: what is to be done, by which trust and post, by when, and where it stands. */
export function actionRows(actions: readonly ActionRow[], today: CalendarDay): TableRows {
  return actions.map((row) => {
    const { state } = actionWithState(row, today);
    const what = { text: shortened(row.what), href: `/actions/${row.id}` };
    return [what, row.organisation, row.ownerPost, day(row.dueOn), stateCell(state)];
  });
}

const LONGEST = 120;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`;
}
