import type { CalendarDay } from '../../kernel/days/calendar-day.js';

/** The kinds of fact that the system knows of a person with regard to one review. */
export const FACT_KINDS = [
  'trust-role',
  'partner-role',
  'group-role',
  'nhs-england-role',
  'auditor-role',
  'signed',
  'submitted',
  'answered',
  'offered',
  'flow',
  'nil-return',
  'informed',
  'partner-return',
  'replied',
  'stated',
  'declared',
  'excluded',
] as const;

/** One kind of fact. */
export type FactKind = (typeof FACT_KINDS)[number];

/** One thing that the system knows: a role from a day until another, or an act on one day. */
export interface KnownFact {
  readonly kind: FactKind;
  readonly since: CalendarDay;
  /** The day on which a role ended; null while it is held, and for acts. */
  readonly until: CalendarDay | null;
  /** The question that the person answered with yes in another review of the same trust or scheme; null for all else. */
  readonly question: string | null;
}

/** Where one person stands towards one review: what they have or had to do with it, and what they declared. */
export interface KnownStanding {
  readonly assignedOn: CalendarDay;
  readonly reviewStartedOn: CalendarDay;
  /** The day on which their part ended; what began on it or later is no fault in what they did before. */
  readonly endedOn: CalendarDay | null;
  /** True where whoever assigned them said that they are from outside NHS England. */
  readonly outsideNhsEngland: boolean;
  readonly facts: readonly KnownFact[];
  /** The questions answered with yes in the newest declaration for this review; null before the first. */
  readonly declared: readonly string[] | null;
  /** The day of that declaration. */
  readonly declaredOn: CalendarDay | null;
  /** True where somebody else decided that they may continue, having read that declaration. */
  readonly mayContinue: boolean;
}
