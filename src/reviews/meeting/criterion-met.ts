import { GRAVITY_WORDS } from '../../frameworks/criteria/gravity-words.js';
import { lineModel } from '../reading/findings-model.js';
import { reviewerNumbers, type ReviewSheet, type SheetLine } from '../reading/review-sheet.js';

/** One criterion of one review, as an address names it. */
export interface CriterionPlace {
  readonly id: string;
  readonly code: string;
}

/** What every page about a meeting on one criterion shows: its wording, what each says of it, and the meeting. */
export function criterionMet(sheet: ReviewSheet, line: SheetLine): object {
  const shown = lineModel(line, reviewerNumbers(sheet));
  return {
    title: line.code,
    caption: sheet.review.organisation,
    review: sheet.review,
    criterion: line,
    words: GRAVITY_WORDS,
    line: shown,
    meeting: shown.meeting,
  };
}
