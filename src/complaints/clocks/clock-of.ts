import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { acknowledgeBy } from '../../kernel/days/working-days/acknowledge-by.js';
import { addWorkingDays } from '../../kernel/days/working-days/add-working-days.js';
import { dataProtectionAcknowledgeBy } from '../../kernel/days/working-days/data-protection-acknowledge-by.js';
import { relevantPeriodEnd } from '../../kernel/days/working-days/relevant-period-end.js';
import type { ComplaintClassCode } from './complaint-class.js';

/** By when a body has to do what; null where nothing sets a day. */
export interface ComplaintClock {
  readonly acknowledgeBy: CalendarDay | null;
  readonly answerBy: CalendarDay | null;
}

const DATA_PROTECTION_DUTY_FROM = '2026-06-19';
const NO_CLOCK: ComplaintClock = { acknowledgeBy: null, answerBy: null };

/**
 * The clock of a class from the day the receiving body received it: NHS complaints by SI 2009/309 regs 13 and 14,
 * data protection complaints by the Data (Use and Access) Act 2025, from 19 June 2026.
 * @throws BeyondTheCalendar outside the years whose bank holidays are known.
 */
export function clockOf(kind: ComplaintClassCode, received: CalendarDay): ComplaintClock {
  if (kind === 'nhs-complaint')
    return { acknowledgeBy: acknowledgeBy(received), answerBy: relevantPeriodEnd(received) };
  if (kind === 'oral-next-day') return { acknowledgeBy: null, answerBy: addWorkingDays(received, 1) };
  if (kind === 'data-protection' && received >= DATA_PROTECTION_DUTY_FROM)
    return { acknowledgeBy: dataProtectionAcknowledgeBy(received), answerBy: null };
  return NO_CLOCK;
}
