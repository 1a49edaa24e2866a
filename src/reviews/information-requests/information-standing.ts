import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { StateTag } from '../../web/state-tag.js';
import { daysLate } from '../progress/review-standing.js';
import type { InformationGiven } from './information-answer.entity.js';

/** Where a request for information stands. */
export const INFORMATION_STANDINGS = [
  'WAITING',
  'OVERDUE',
  'GIVEN',
  'NOT_HELD',
  'REFUSED',
  'NEVER_ANSWERED',
  'VOIDED',
] as const;

/** One place where it can stand. */
export type InformationStanding = (typeof INFORMATION_STANDINGS)[number];

/** The words and the tone of each. */
export const INFORMATION_STANDING_WORDS: Readonly<Record<InformationStanding, StateTag>> = {
  WAITING: { text: 'Waiting for the trust', tone: 'waiting' },
  OVERDUE: { text: 'Overdue', tone: 'stop' },
  GIVEN: { text: 'Answered', tone: 'good' },
  NOT_HELD: { text: 'Answered that it does not hold it', tone: 'attention' },
  REFUSED: { text: 'Refused', tone: 'stop' },
  NEVER_ANSWERED: { text: 'Never answered', tone: 'stop' },
  VOIDED: { text: 'Ended with its round', tone: 'quiet' },
};

/** The days from which it follows where a request stands. */
export interface InformationDays {
  readonly dueOn: CalendarDay;
  readonly gives: InformationGiven | null;
  readonly answeredOn: CalendarDay | null;
  readonly scoresOpenedOn: CalendarDay | null;
  /** The day from which no answer is taken. */
  readonly replyClosedOn: CalendarDay | null;
  readonly voidedOn: CalendarDay | null;
}

/** Where a request stands on a day, how late its answer is, and whether it came too late for the scores. */
export interface StandingRequest {
  readonly standing: InformationStanding;
  /** Calendar days after the day it was due, up to the answer or the end of waiting; 0 in time. */
  readonly daysLate: number;
  /** True where the scores were open before it was answered, so that no score rests on the answer. */
  readonly isAfterScores: boolean;
}

/** Computes it. Nobody presses anything for it to be overdue, and nobody can hide that it was never answered. */
export function informationStanding(days: InformationDays, today: CalendarDay): StandingRequest {
  const { dueOn, answeredOn, scoresOpenedOn, replyClosedOn, voidedOn } = days;
  const ended = answeredOn ?? earlier(replyClosedOn, voidedOn) ?? today;
  return {
    standing: standingOf(days, today),
    daysLate: daysLate(dueOn, ended),
    isAfterScores: scoresOpenedOn !== null && (answeredOn === null || answeredOn > scoresOpenedOn),
  };
}

function standingOf(days: InformationDays, today: CalendarDay): InformationStanding {
  if (days.gives !== null) return days.gives;
  if (days.voidedOn !== null) return 'VOIDED';
  if (days.replyClosedOn !== null) return 'NEVER_ANSWERED';
  return today > days.dueOn ? 'OVERDUE' : 'WAITING';
}

function earlier(one: CalendarDay | null, other: CalendarDay | null): CalendarDay | null {
  return [one, other].filter((day) => day !== null).sort()[0] ?? null;
}
