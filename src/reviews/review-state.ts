import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Review } from './review.entity.js';
import type { PromisedDate, Round } from './round.entity.js';

/** Every state a review can be in, in the order of its life. */
export const REVIEW_STATES = [
  'WAITING',
  'NOT_ACKNOWLEDGED',
  'ANSWERING',
  'NOT_ANSWERED',
  'SCORING',
  'MODERATING',
  'REPLYING',
  'DECIDING_REPLIES',
  'SETTLED',
  'DUE_NOT_PUBLISHED',
  'PUBLISHED',
] as const;

/** Where a review stands. Silence is a state of its own: not acknowledged, not answered, due and not published. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** The days a state is derived from: the steps taken, and what the round promised. */
export type ReviewDates = Readonly<
  Pick<Review, DatedStep> & Pick<Round, Exclude<PromisedDate, 'scoringDue'>>
>;

type DatedStep =
  | 'acknowledgedOn'
  | 'submittedOn'
  | 'scoresOpenedOn'
  | 'moderationClosedOn'
  | 'replyDueOn'
  | 'replyClosedOn'
  | 'publishedOn';

/** The words people see for each state. */
export const REVIEW_STATE_WORDS: Readonly<Record<ReviewState, string>> = {
  WAITING: 'Waiting for the trust to acknowledge',
  NOT_ACKNOWLEDGED: 'Not acknowledged',
  ANSWERING: 'The trust is answering',
  NOT_ANSWERED: 'Not answered',
  SCORING: 'Being scored',
  MODERATING: 'Being moderated',
  REPLYING: 'Open for reply',
  DECIDING_REPLIES: 'Replies are being decided',
  SETTLED: 'Settled, to be published',
  DUE_NOT_PUBLISHED: 'Due, not published',
  PUBLISHED: 'Published',
};

/** Where a review stands on a day. It is never stored, so it can never disagree with the steps that were taken. */
export function reviewState(dates: ReviewDates, today: CalendarDay): ReviewState {
  if (dates.publishedOn !== null) return 'PUBLISHED';
  if (today > dates.publicationDate) return 'DUE_NOT_PUBLISHED';
  if (dates.submittedOn === null) return beforeSubmission(dates, today);
  if (dates.scoresOpenedOn === null) return 'SCORING';
  if (dates.moderationClosedOn === null || dates.replyDueOn === null) return 'MODERATING';
  if (dates.replyClosedOn !== null) return 'SETTLED';
  return today <= dates.replyDueOn ? 'REPLYING' : 'DECIDING_REPLIES';
}

function beforeSubmission({ acknowledgedOn, selfReviewDue }: ReviewDates, today: CalendarDay): ReviewState {
  const late = today > selfReviewDue;
  if (acknowledgedOn === null) return late ? 'NOT_ACKNOWLEDGED' : 'WAITING';
  return late ? 'NOT_ANSWERED' : 'ANSWERING';
}

/** The tone of each state's tag; the words say everything, the colour repeats it. */
export const STATE_TONES: Readonly<Record<ReviewState, string>> = {
  WAITING: 'waiting',
  NOT_ACKNOWLEDGED: 'stop',
  ANSWERING: 'waiting',
  NOT_ANSWERED: 'stop',
  SCORING: 'waiting',
  MODERATING: 'waiting',
  REPLYING: 'attention',
  DECIDING_REPLIES: 'waiting',
  SETTLED: 'good',
  DUE_NOT_PUBLISHED: 'stop',
  PUBLISHED: 'good',
};
