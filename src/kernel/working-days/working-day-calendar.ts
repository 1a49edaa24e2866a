import type { CalendarDay } from '../calendar-day.js';

/** One year of bank holidays. `seen` means read in a published source; `to-check` means general knowledge. */
export interface HolidayYear {
  readonly year: number;
  readonly confidence: 'seen' | 'to-check';
  readonly holidays: readonly (readonly [day: CalendarDay, name: string])[];
}

/** A table of bank holidays for consecutive years, with where it comes from, so that a computed date can be explained. */
export interface WorkingDayCalendar {
  readonly version: string;
  readonly source: string;
  readonly years: readonly HolidayYear[];
}
