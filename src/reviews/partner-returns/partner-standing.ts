import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { StateTag } from '../../web/state-tag.js';
import { daysLate } from '../progress/review-standing.js';

/** How an agency stands that was asked for a return. */
export const PARTNER_STANDINGS = ['WAITING', 'SILENT', 'SIGNED', 'VOIDED'] as const;

/** One of them. */
export type PartnerStanding = (typeof PARTNER_STANDINGS)[number];

/** The words and the tone of each. */
export const PARTNER_STANDING_WORDS: Readonly<Record<PartnerStanding, StateTag>> = {
  WAITING: { text: 'Has said nothing yet', tone: 'attention' },
  SILENT: { text: 'Silent', tone: 'stop' },
  SIGNED: { text: 'Signed', tone: 'good' },
  VOIDED: { text: 'Owes nothing, the round was voided', tone: 'quiet' },
};

/** The days from which it follows. */
export interface PartnerDays {
  readonly dueOn: CalendarDay;
  readonly signedOn: CalendarDay | null;
  readonly voidedOn: CalendarDay | null;
}

/** How an agency stands on a day, and how many calendar days late it is or was. Silence needs nobody's act. */
export function partnerStanding(
  { dueOn, signedOn, voidedOn }: PartnerDays,
  today: CalendarDay,
): { readonly standing: PartnerStanding; readonly daysLate: number } {
  if (signedOn !== null) return { standing: 'SIGNED', daysLate: daysLate(dueOn, signedOn) };
  if (voidedOn !== null) return { standing: 'VOIDED', daysLate: 0 };
  return { standing: today > dueOn ? 'SILENT' : 'WAITING', daysLate: daysLate(dueOn, today) };
}
