import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { dueTable, type DueTable } from '../../reviews/progress/due-table.js';
import { daysLate, isOwed, type DueStep } from '../../reviews/progress/review-standing.js';
import type { PublishedContent } from '../content/published-content.js';

/**
 * What was due and what was late, as a result has it. What was never done is counted to the day of publication; null for
 * a result that was published before results said it.
 */
export function publishedDueTable(
  { review }: PublishedContent,
  publishedOn: CalendarDay | null,
): DueTable | null {
  if (!review.promise) return null;
  const due = review.promise.due
    .map((one) => (one.step === 'publication' ? { ...one, on: one.on ?? publishedOn } : one))
    .filter(({ step, on }) => step !== 'publication' || on !== null)
    .map((one) => ({ ...one, daysLate: isOwed(one.step, review) ? lateOn(one, publishedOn) : null }));
  return dueTable(due);
}

function lateOn({ due, on }: DueStep, publishedOn: CalendarDay | null): number | null {
  const until = on ?? publishedOn;
  return until === null ? null : daysLate(due, until);
}
