import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { publicity, type Publicity, type PublicityFacts } from './publicity.js';
import {
  dueSteps,
  reviewStanding,
  type DueFacts,
  type DueStep,
  type ReviewStanding,
} from './review-standing.js';
import { reviewWork, type ReviewWork, type WorkFacts } from './review-work.js';

/** All the days from which it follows where a review is. */
export type ProgressFacts = WorkFacts & DueFacts & PublicityFacts;

/** Where a review is: what can be done, what was done in time or late, and what became of the promise. Three things. */
export interface ReviewProgress {
  readonly work: ReviewWork;
  readonly standing: ReviewStanding;
  readonly publicity: Publicity;
  readonly due: readonly DueStep[];
}

/** Where a review is on a day. It is never stored, so it can never disagree with the steps that were taken. */
export function progressOf(facts: ProgressFacts, today: CalendarDay): ReviewProgress {
  return {
    work: reviewWork(facts, today),
    standing: reviewStanding(facts, today),
    publicity: publicity(facts, today),
    due: dueSteps(facts, today),
  };
}
