import type { CalendarDay } from './days/calendar-day.js';
import { londonDay } from './days/london-day.js';

/** Where the present moment comes from. Rules take a day as an argument; only services ask a clock. */
export abstract class Clock {
  abstract now(): Date;

  /** The calendar day that people in London have now. */
  today(): CalendarDay {
    return londonDay(this.now());
  }
}

/** The machine's own time. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
