import { acknowledgementDue } from '../../reviews/progress/review-standing.js';
import { addDays, type CalendarDay } from '../../kernel/days/calendar-day.js';
import { addWorkingDays } from '../../kernel/days/working-days/add-working-days.js';
import { BeyondTheCalendar } from '../../kernel/days/working-days/beyond-the-calendar.js';

/** That what is due on a day is near, and since when. */
export interface NearDay {
  readonly moment: 'SOON' | 'REMINDER';
  readonly due: CalendarDay;
  readonly since: CalendarDay;
}

/** Until when something is acknowledged that was asked on a day. */
export interface LastDayToAcknowledge {
  readonly counted_from: CalendarDay;
  readonly due: CalendarDay;
}

/** How many working days are left when each is told. */
const WORKING_DAYS_LEFT = { SOON: 2, REMINDER: 10 } as const;
/** Further ahead than ten working days ever reach, with every bank holiday of a year between. */
const DAYS_AHEAD = 40;
/** How long something that was not acknowledged is looked at. */
const DAYS_BACK = 90;
const NEVER_EARLIER = '9999-12-31';

/** The days on which something that is due is near today, and since when it is. */
export function nearDays(today: CalendarDay): readonly NearDay[] {
  const ahead = Array.from({ length: DAYS_AHEAD }, (_, days) => addDays(today, days));
  return ahead.flatMap((due) =>
    (['SOON', 'REMINDER'] as const)
      .map((moment) => ({ moment, due, since: sinceWhen(due, WORKING_DAYS_LEFT[moment]) }))
      .filter(({ since }) => since <= today),
  );
}

/** Until when something is acknowledged, for each day on which it can have been asked; the product counts it in one place. */
export function lastDaysToAcknowledge(today: CalendarDay): readonly LastDayToAcknowledge[] {
  return Array.from({ length: DAYS_BACK }, (_, days) => {
    const startedOn = addDays(today, -days);
    return {
      counted_from: startedOn,
      due: acknowledgementDue({ startedOn, firstSelfReviewDue: NEVER_EARLIER }),
    };
  });
}

/** The first day on which only so many working days are left until a day, its own included. */
function sinceWhen(due: CalendarDay, left: number): CalendarDay {
  let since = due;
  while (reached(addDays(since, -1), left) >= due) since = addDays(since, -1);
  return since;
}

/** Beyond the years whose bank holidays are known every day counts: somebody is told earlier then, never too late. */
function reached(day: CalendarDay, left: number): CalendarDay {
  try {
    return addWorkingDays(day, left);
  } catch (fault) {
    if (!(fault instanceof BeyondTheCalendar)) throw fault;
    return addDays(day, left);
  }
}
