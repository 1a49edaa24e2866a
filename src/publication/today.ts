import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../kernel/calendar-day.js';
import { Clock } from '../kernel/clock.js';

/** The day that people in London have now, on which pages derive what is due and what is overdue. */
@Injectable()
export class Today {
  constructor(private readonly clock: Clock) {}

  get day(): CalendarDay {
    return this.clock.today();
  }
}
