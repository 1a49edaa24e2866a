import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { DUE_COLUMNS, dueRows } from '../../reviews/progress/progress-words.js';
import { daysLate, type DueStep } from '../../reviews/progress/review-standing.js';
import type { PublishedContent } from '../content/published-content.js';

/** The table of what was due in a review, and what was late. */
export interface DueTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * What was due and what was late, as a result has it. What was never done is counted to the day of publication; null for
 * a result that was published before results said it.
 */
export function dueTable({ review }: PublishedContent, publishedOn: CalendarDay | null): DueTable | null {
  if (!review.promise) return null;
  const due = review.promise.due
    .map((one) => (one.step === 'publication' ? { ...one, on: one.on ?? publishedOn } : one))
    .filter(({ step, on }) => step !== 'publication' || on !== null)
    .map((one) => ({ ...one, daysLate: isOwed(one, review) ? lateOn(one, publishedOn) : null }));
  return { columns: DUE_COLUMNS, rows: dueRows(due) };
}

/** Nobody owes scores of what was never answered. */
function isOwed({ step }: DueStep, { submittedOn }: PublishedContent['review']): boolean {
  return step !== 'scoring' || submittedOn !== null;
}

function lateOn({ due, on }: DueStep, publishedOn: CalendarDay | null): number | null {
  const until = on ?? publishedOn;
  return until === null ? null : daysLate(due, until);
}
