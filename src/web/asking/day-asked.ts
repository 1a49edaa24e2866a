import { SetMetadata } from '@nestjs/common';
import { isCalendarDay, type CalendarDay } from '../../kernel/days/calendar-day.js';
import { Unprocessable } from '../../kernel/refusal.js';

/** The key under which a handler says that it shows its record as it stood on a day. */
export const SHOWS_DAYS = Symbol('shows days');

/** The handler takes `?at=2026-05-01` and shows its record as it stood then; every other GET refuses it. */
export function ShowsDays(): MethodDecorator {
  return SetMetadata<symbol, boolean>(SHOWS_DAYS, true);
}

/**
 * The day for which a record is asked in an address; null where none is.
 * @throws Unprocessable for what is no day, and for one that has not come.
 */
export function dayAsked(at: unknown, today: CalendarDay): CalendarDay | null {
  if (at === undefined) return null;
  if (!isCalendarDay(at))
    throw noSuchDay('Enter a day that exists, with four digits for the year, such as 2026-05-01');
  if (at > today) throw noSuchDay(`${at} has not come yet. Enter today or a day before it`);
  return at;
}

/** That a record cannot be shown as it stood on the day that was asked for, with what is possible. */
export function noSuchDay(text: string): Unprocessable {
  return new Unprocessable([{ field: 'at', text }], 'The record cannot be shown as it stood on that day.');
}
