import type { CalendarDay } from '../calendar-day.js';
import { Refusal } from '../../refusal.js';

/** 422: a working-day date was asked for outside the years whose bank holidays are known, and guessing is refused. */
export class BeyondTheCalendar extends Refusal {
  readonly status = 422;
  readonly title = 'This date cannot be worked out';

  constructor(day: CalendarDay, firstYear: number, lastYear: number) {
    super(
      `Candour knows the bank holidays of England from ${firstYear} to ${lastYear}, and ${day} is outside those ` +
        'years. Check the year. If it is right, the bank holidays of later years have to be added to register/bank-holidays.yaml.',
    );
  }
}
