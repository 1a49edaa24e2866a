import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { day } from '../../web/words.js';

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

/** That an entry does not stand any more, with its day and reason, as pages mark it; null while it stands. */
export function withdrawnInWords({ withdrawnOn, withdrawnBecause }: Readonly<Withdrawable>): string | null {
  return withdrawnOn === null ? null : `Withdrawn on ${day(withdrawnOn)}: ${withdrawnBecause ?? ''}`;
}

/** True for an entry that can be withdrawn. */
export function isStanding(entry: object): entry is Withdrawable {
  return 'withdrawnOn' in entry && 'withdrawnBecause' in entry;
}
