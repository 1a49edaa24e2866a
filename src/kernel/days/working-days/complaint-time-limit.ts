import { addMonths, type CalendarDay } from '../calendar-day.js';

const MONTHS_TO_COMPLAIN = 12;

/**
 * The last day to make an NHS complaint without asking for the limit to be waived: 12 months after the matter occurred
 * or came to notice (SI 2009/309 reg 12). A later complaint may still be heard where there is good reason.
 */
export function complaintTimeLimit(occurredOrNoticed: CalendarDay): CalendarDay {
  return addMonths(occurredOrNoticed, MONTHS_TO_COMPLAIN).day;
}
