import { day, plural } from '../../web/words.js';
import { DUE_STEP_WORDS, type DueStep } from './review-standing.js';

/** What was due in a review, when it was done, and how late, a step a row. */
export interface DueTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Makes the table of steps that were due. */
export function dueTable(due: readonly DueStep[]): DueTable {
  return {
    columns: ['Step', 'First promised for', 'Moved to', 'Done on', 'In time?'],
    rows: due.map((one) => [
      DUE_STEP_WORDS[one.step],
      day(one.due),
      one.movedTo === null ? 'Not moved' : day(one.movedTo),
      one.on === null ? 'Not done' : day(one.on),
      lateWords(one),
    ]),
  };
}

function lateWords({ on, daysLate }: DueStep): string {
  if (daysLate === null) return on === null ? 'Does not apply' : '';
  if (daysLate === 0) return on === null ? 'Not yet due' : 'In time';
  return `${plural(daysLate, 'day')} ${on === null ? 'overdue' : 'late'}`;
}
