import { addDays, daysBetween, type CalendarDay } from '../../kernel/days/calendar-day.js';
import { addWorkingDays } from '../../kernel/days/working-days/add-working-days.js';
import { BeyondTheCalendar } from '../../kernel/days/working-days/beyond-the-calendar.js';
import type { FirstPromises, PresentPromises, PublicFacts, TakenSteps } from './review-dates.js';
import type { StateTag } from '../../web/state-tag.js';

/** Everything that can have been done, or not, by the trust that owes an answer. */
export const REVIEW_STANDINGS = [
  'ASKED',
  'NOT_ACKNOWLEDGED',
  'ACKNOWLEDGED',
  'NOT_ANSWERED',
  'ANSWERED',
  'ANSWERED_LATE',
  'NOTHING_OWED',
] as const;

/** What the trust has done, late or not. Silence is a standing of its own. */
export type ReviewStanding = (typeof REVIEW_STANDINGS)[number];

/** The words and the tone of each standing, as everyone reads it. */
export const REVIEW_STANDING_WORDS: Readonly<Record<ReviewStanding, StateTag>> = {
  ASKED: { text: 'Asked', tone: 'waiting' },
  NOT_ACKNOWLEDGED: { text: 'Not acknowledged', tone: 'stop' },
  ACKNOWLEDGED: { text: 'Acknowledged', tone: 'waiting' },
  NOT_ANSWERED: { text: 'Not answered', tone: 'stop' },
  ANSWERED: { text: 'Answered in time', tone: 'good' },
  ANSWERED_LATE: { text: 'Answered late', tone: 'attention' },
  NOTHING_OWED: { text: 'Owes nothing, voided', tone: 'quiet' },
};

/** The days from which the standing follows. */
export type StandingFacts = Readonly<
  Pick<TakenSteps, 'startedOn' | 'acknowledgedOn' | 'submittedOn'> &
    Pick<FirstPromises, 'firstSelfReviewDue'> &
    Pick<PublicFacts, 'voidedOn'>
>;

/** What the trust has done by a day, counted from the day first promised. */
export function reviewStanding(facts: StandingFacts, today: CalendarDay): ReviewStanding {
  const { acknowledgedOn, submittedOn, firstSelfReviewDue: due } = facts;
  if (facts.voidedOn !== null) return 'NOTHING_OWED';
  if (submittedOn !== null) return submittedOn > due ? 'ANSWERED_LATE' : 'ANSWERED';
  if (acknowledgedOn === null) return today > acknowledgementDue(facts) ? 'NOT_ACKNOWLEDGED' : 'ASKED';
  return today > due ? 'NOT_ANSWERED' : 'ACKNOWLEDGED';
}

/** The steps that have a day by which they are due. */
export const DUE_STEPS = ['acknowledgement', 'self-review', 'scoring', 'publication'] as const;

/** One step with the day first promised for it, the day on which it was taken, and how late that is. */
export interface DueStep {
  readonly step: (typeof DUE_STEPS)[number];
  /** The day first promised. */
  readonly due: CalendarDay;
  /** The day it was moved to; null where it never moved, or moved back. */
  readonly movedTo: CalendarDay | null;
  readonly on: CalendarDay | null;
  /** Calendar days after the day first promised; 0 in time; null where nothing is owed, or it is not known yet. */
  readonly daysLate: number | null;
}

/** The words for each step that is due. */
export const DUE_STEP_WORDS: Readonly<Record<DueStep['step'], string>> = {
  acknowledgement: 'Request acknowledged',
  'self-review': 'Self-review submitted',
  scoring: 'Scores locked by all reviewers',
  publication: 'Published',
};

/** The days from which it follows what was late. */
export type DueFacts = StandingFacts &
  PresentPromises &
  Readonly<Pick<TakenSteps, 'scoresOpenedOn' | 'publishedOn'> & FirstPromises>;

/**
 * Every step that is due, and how late each was, in calendar days, which anybody counts from the two dates. A step that
 * was not taken is counted to the day given; without one nothing depends on when it is asked.
 */
export function dueSteps(facts: DueFacts, today: CalendarDay | null): readonly DueStep[] {
  return promisesOf(facts).map(([step, due, now, on]) => {
    const until = facts.voidedOn === null && isOwed(step, facts) ? (on ?? today) : null;
    return {
      step,
      due,
      movedTo: now === due ? null : now,
      on,
      daysLate: until === null ? null : daysLate(due, until),
    };
  });
}

/** True unless it is the step of scoring what was never answered: nobody owes that. */
export function isOwed(step: DueStep['step'], { submittedOn }: Pick<TakenSteps, 'submittedOn'>): boolean {
  return step !== 'scoring' || submittedOn !== null;
}

type StepPromise = readonly [
  step: DueStep['step'],
  first: CalendarDay,
  now: CalendarDay,
  on: CalendarDay | null,
];

function promisesOf(facts: DueFacts): readonly StepPromise[] {
  const acknowledgement = acknowledgementDue(facts);
  return [
    ['acknowledgement', acknowledgement, acknowledgement, facts.acknowledgedOn],
    ['self-review', facts.firstSelfReviewDue, facts.selfReviewDue, facts.submittedOn],
    ['scoring', facts.firstScoringDue, facts.scoringDue, facts.scoresOpenedOn],
    ['publication', facts.firstPublicationDate, facts.publicationDate, facts.publishedOn],
  ];
}

/** How many calendar days a day lies after the one that was promised; 0 in time. */
export function daysLate(promised: CalendarDay, day: CalendarDay): number {
  return Math.max(0, daysBetween(promised, day));
}

const ACKNOWLEDGEMENT_WORKING_DAYS = 5;
const ROUGHLY_AS_LONG = 7;

/** The day by which a trust acknowledges: five working days after it was asked, and not after its self-review is due. */
export function acknowledgementDue({
  startedOn,
  firstSelfReviewDue,
}: Pick<StandingFacts, 'startedOn' | 'firstSelfReviewDue'>): CalendarDay {
  const due = workingDaysAfter(startedOn);
  return due < firstSelfReviewDue ? due : firstSelfReviewDue;
}

/** A public page says when something was due also for a year whose bank holidays are not known: a week later then. */
function workingDaysAfter(day: CalendarDay): CalendarDay {
  try {
    return addWorkingDays(day, ACKNOWLEDGEMENT_WORKING_DAYS);
  } catch (fault) {
    if (!(fault instanceof BeyondTheCalendar)) throw fault;
    return addDays(day, ROUGHLY_AS_LONG);
  }
}
