import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { addWorkingDays } from '../../kernel/days/working-days/add-working-days.js';
import type { Issue } from '../../kernel/refusal.js';
import { day, numberInWords } from '../../web/words.js';
import type { PromisedDate } from '../round.entity.js';

/** The working days that a step of a review needs at least. They are Candour's own; no law says them. */
const LEAST_WORKING_DAYS = { selfReview: 10, scoring: 10, meetings: 10, publication: 5 } as const;

/** The dates that a round is to promise. */
export interface RoundDates extends Readonly<Record<PromisedDate, CalendarDay>> {
  readonly asAt: CalendarDay;
  readonly openedOn: CalendarDay;
  readonly replyWorkingDays: number;
}

/** What decides whether a round may still ask: what a trust is late with is counted from the first promise. */
export interface AskingRound {
  readonly firstPromise: { readonly selfReviewDue: CalendarDay };
  readonly replyWorkingDays: number;
}

/** The working days from one promised date, or the opening, to the next. */
function workingDaysFor(which: PromisedDate, replyWorkingDays: number): number {
  const { selfReview, scoring, meetings, publication } = LEAST_WORKING_DAYS;
  return {
    selfReviewDue: selfReview,
    scoringDue: scoring,
    publicationDate: meetings + replyWorkingDays + publication,
  }[which];
}

/** Every date that cannot be kept, each with the earliest day that can; none when all leave time for each step. */
export function faultsOfDates(given: RoundDates): readonly Issue[] {
  const { asAt, openedOn, selfReviewDue, scoringDue, publicationDate, replyWorkingDays } = given;
  const selfReview = earliest('selfReviewDue', openedOn, replyWorkingDays);
  const scoring = earliest('scoringDue', later(selfReviewDue, selfReview), replyWorkingDays);
  const publication = earliest('publicationDate', later(scoringDue, scoring), replyWorkingDays);
  const issues: (Issue | false)[] = [
    asAt > openedOn && {
      field: 'asAt',
      text: `The day under review must be today or in the past. The latest day is ${day(openedOn)}`,
    },
    selfReviewDue < selfReview && {
      field: 'selfReviewDue',
      text: `Trusts need at least ${working(LEAST_WORKING_DAYS.selfReview)} for the self-review. The earliest day is ${day(selfReview)}`,
    },
    scoringDue < scoring && {
      field: 'scoringDue',
      text: `Reviewers need at least ${working(LEAST_WORKING_DAYS.scoring)} after the self-reviews are due. The earliest day is ${day(scoring)}`,
    },
    publicationDate < publication && {
      field: 'publicationDate',
      text:
        `After the scores are due, meetings need ${working(LEAST_WORKING_DAYS.meetings)}, replies ${numberInWords(replyWorkingDays)} ` +
        `and publication ${numberInWords(LEAST_WORKING_DAYS.publication)}. The earliest day is ${day(publication)}`,
    },
  ];
  return issues.filter((issue) => issue !== false);
}

/** The earliest day that leaves the working days a step needs after the day before it. */
export function earliest(which: PromisedDate, after: CalendarDay, replyWorkingDays: number): CalendarDay {
  return addWorkingDays(after, workingDaysFor(which, replyWorkingDays));
}

/** Why a round is too late to ask anybody more, in a sentence; null while whoever is asked today has time to answer. */
export function whyTooLateToAsk(
  { firstPromise, replyWorkingDays }: AskingRound,
  today: CalendarDay,
): string | null {
  const { selfReviewDue } = firstPromise;
  if (selfReviewDue >= earliest('selfReviewDue', today, replyWorkingDays)) return null;
  return (
    `It is too late to ask in this round: self-reviews were first promised for ${day(selfReviewDue)}, and trusts need ` +
    `at least ${String(LEAST_WORKING_DAYS.selfReview)} working days. Open a new round`
  );
}

function later(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one > other ? one : other;
}

function working(count: number): string {
  return `${numberInWords(count)} working days`;
}
