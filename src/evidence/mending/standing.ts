import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { OutOfTurn } from '../../kernel/refusal.js';

/** What every entry says that can be withdrawn: since when and why it does not stand any more; null while it stands. */
export interface Withdrawable {
  withdrawnOn: CalendarDay | null;
  withdrawnBecause: string | null;
}

/** An entry that stands. */
export const STANDS: Readonly<Withdrawable> = { withdrawnOn: null, withdrawnBecause: null };

/** Withdraws an entry, which stays listed with its day and reason. @throws OutOfTurn when it was withdrawn before. */
export function withdrawOnce(entry: Withdrawable, today: CalendarDay, reason: string): void {
  if (entry.withdrawnOn !== null) throw new OutOfTurn('This was withdrawn before.');
  entry.withdrawnOn = today;
  entry.withdrawnBecause = reason;
}

/** True for an entry that can be withdrawn. */
export function isStanding(entry: object): entry is Withdrawable {
  return 'withdrawnOn' in entry && 'withdrawnBecause' in entry;
}
