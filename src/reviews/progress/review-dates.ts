import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Review } from '../review.entity.js';
import type { PromisedDate, Round } from '../round.entity.js';

/** The days on which the steps of a review were taken. */
export type TakenSteps = Pick<
  Review,
  | 'startedOn'
  | 'acknowledgedOn'
  | 'submittedOn'
  | 'scoresOpenedOn'
  | 'moderationClosedOn'
  | 'replyDueOn'
  | 'replyClosedOn'
  | 'publishedOn'
>;

/** The days that the round of a review promised first. Whatever is late is counted from them, however often a day moved. */
export interface FirstPromises {
  readonly firstSelfReviewDue: CalendarDay;
  readonly firstScoringDue: CalendarDay;
  readonly firstPublicationDate: CalendarDay;
}

/** The days that the round promises now, after every move. */
export type PresentPromises = Readonly<Pick<Round, PromisedDate>>;

/** What was published of a review, or said in public instead of publishing it. */
export interface PublicFacts {
  /** The day of the newest release; null before the first. */
  readonly releasedOn: CalendarDay | null;
  /** True when the newest release was withdrawn. */
  readonly withdrawn: boolean | null;
  /** The day since the newest release on which scores that it rests on were set aside; another release follows. */
  readonly setAsideOn: CalendarDay | null;
  readonly refusedOn: CalendarDay | null;
  /** The day on which the round was voided. */
  readonly voidedOn: CalendarDay | null;
}
