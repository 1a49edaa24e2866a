import { addDays, type CalendarDay } from '../../kernel/days/calendar-day.js';
import type { ProposalEnding } from './proposal-end.entity.js';

/** For how many days after it was made somebody can agree to a proposal. No law says this number; it is Candour's own. */
export const DAYS_TO_AGREE = 28;

/** Where a proposal stands. */
export const PROPOSAL_STATES = [
  'waiting',
  'agreed',
  'declined',
  'taken-back',
  'overtaken',
  'lapsed',
] as const;

/** What may have happened since, so that nobody can agree any more. */
export const OVERTAKEN_BY = [
  'date-moved',
  'round-voided',
  'too-late-to-void',
  'withdrawn',
  'refused',
  'published',
  'edition-moved',
  'submitted',
  'decided-again',
  'set-aside',
] as const;

/** One of the things that overtake a proposal. */
export type OvertakenBy = (typeof OVERTAKEN_BY)[number];

/** One place where a proposal can stand. */
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** The days from which it follows where a proposal stands. */
export interface ProposalDays {
  readonly proposedOn: CalendarDay;
  readonly agreedOn: CalendarDay | null;
  /** The day on which its ground moved; null while it stands as it was proposed. */
  readonly overtakenOn: CalendarDay | null;
  readonly outcome: ProposalEnding | null;
}

/** The last day on which somebody can agree. */
export function openUntil(proposedOn: CalendarDay): CalendarDay {
  return addDays(proposedOn, DAYS_TO_AGREE);
}

/** Where a proposal stands on a day: once its time has passed it has lapsed, whether anything has recorded that yet or not. */
export function proposalState(
  { proposedOn, agreedOn, overtakenOn, outcome }: ProposalDays,
  today: CalendarDay,
): ProposalState {
  if (agreedOn !== null) return 'agreed';
  if (outcome !== null && outcome !== 'lapsed') return outcome;
  const last = openUntil(proposedOn);
  if (overtakenOn !== null && overtakenOn <= last) return 'overtaken';
  return outcome ?? (today > last ? 'lapsed' : 'waiting');
}
