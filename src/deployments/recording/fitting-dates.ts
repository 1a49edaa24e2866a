import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { isToCome } from '../../kernel/days/dates-fit.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import type { Look } from '../../ledger/act.js';
import { select, sql } from '../../platform/database/selection.js';
import type { LifeCycleState } from '../life-cycle-state.js';
import { unfittingDates } from './date-faults.js';

/**
 * Demands of all dates that a trust says of its scheme that they fit each other, as they stand in this transaction.
 * @throws Unprocessable naming the field in which the newest of them was given.
 */
export async function datesMustFit(look: Look, id: Uuid, field: string): Promise<void> {
  const [said] = await look(OWN_DATES.from('deployments.own_dates($1) s', [id]));
  const faults = said ? unfittingDates(said) : [];
  if (faults.length > 0) throw new Unprocessable(faults.map((text) => ({ field, text })));
}

/** Demands that what is said to have happened has a date that has come. @throws Unprocessable naming its field. */
export function mustHaveCome(field: string, known: string | null, today: CalendarDay): void {
  if (isToCome(known, today))
    throw new Unprocessable([
      { field, text: 'What happened must have a date that is today or in the past.' },
    ]);
}

const OWN_DATES = select({
  state: sql<LifeCycleState>('s.state_code'),
  stateAt: sql<string | null>('s.state_at'),
  started: sql<string | null>('s.started'),
  ended: sql<string | null>('s.ended'),
  steps: sql<readonly string[]>('s.steps'),
});
