import type { ReviewSheet } from '../../reviews/reading/review-sheet.js';
import { dueSteps, type DueStep } from '../../reviews/progress/review-standing.js';

/** What was due in a review, by the days first promised, what was late, and every move of a day with its reason. */
export interface PublishedPromise {
  /** Days late are calendar days after the day first promised; null where a step was not taken, or is not owed. */
  readonly due: readonly DueStep[];
  readonly moves: readonly {
    readonly which: string;
    readonly was: string;
    readonly becomes: string;
    readonly reason: string;
    readonly decidedOn: string;
  }[];
  /** The day on which the silence of the trust was published, where it answered only afterwards. */
  readonly silencePublishedOn: string | null;
}

/** The promise of a review as its result says it; nothing in it depends on when it is asked. */
export function publishedPromise({ review }: ReviewSheet): PublishedPromise {
  const { publishedOn, submittedOn, moves } = review;
  const isAfterSilence = publishedOn !== null && submittedOn !== null && publishedOn <= submittedOn;
  return { due: dueSteps(review, null), moves, silencePublishedOn: isAfterSilence ? publishedOn : null };
}
