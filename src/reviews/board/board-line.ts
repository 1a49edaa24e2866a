import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { faultsWhenAllLock, type PanelFault } from '../../review-method/panel/panel-faults.js';
import { daysLate } from '../progress/review-standing.js';
import { REVIEW_WORKS, REVIEW_WORK_WORDS, reviewWork } from '../progress/review-work.js';
import type { RoundTable, RoundTableLine } from '../round-table/round-tables.js';
import type { Counted, CountsOfReview } from './board.queries.js';

/** How far a line of the board can be: what is to do in its review, or why there is none. */
export const BOARD_STEPS = ['NO_REVIEW', 'NIL', 'REMOVED', ...REVIEW_WORKS] as const;

/** One of them. */
export type BoardStep = (typeof BOARD_STEPS)[number];

/** The words of each. */
export const BOARD_STEP_WORDS: Readonly<Record<BoardStep, string>> = {
  ...REVIEW_WORK_WORDS,
  NO_REVIEW: 'Asked, and no scheme of it is reviewed',
  NIL: 'Signed that it has none',
  REMOVED: 'Removed after it was asked',
};

/** What can be late. */
export const LATE_STEPS = ['self-review', 'scoring', 'publication'] as const;

/** Something that is late today, in calendar days after the day first promised. */
interface LateStep {
  readonly step: (typeof LATE_STEPS)[number];
  readonly days: number;
}

/** So many of so many. */
interface Tally {
  readonly done: number;
  readonly of: number;
}

/** Who takes part in a review, counted. */
export interface PanelTally {
  readonly seats: number;
  readonly missing: readonly PanelFault['code'][];
  readonly declared: Tally;
  /** How many declarations wait for somebody's decision. */
  readonly undecided: number;
  readonly locked: Tally;
}

/** One organisation and scheme of a round as its lead sees it. What is null, the reader does not lead. */
export interface BoardLine extends Omit<RoundTableLine, 'daysLate'> {
  /** By which it is found in the list. */
  readonly lineId: Uuid;
  readonly step: BoardStep;
  readonly leads: boolean;
  readonly ledByOthers: boolean;
  /** Where the reader stands in the review; null without a part in it. */
  readonly own: CountsOfReview['own'];
  readonly answered: Tally | null;
  readonly settled: Tally | null;
  readonly panel: PanelTally | null;
  readonly preparedOn: CalendarDay | null;
  readonly preparedByReader: boolean;
  readonly late: readonly LateStep[];
}

/** The line of the board that follows from a line of the table and what is counted of its review. */
export function boardLine(
  line: RoundTableLine,
  { round, on }: Pick<RoundTable, 'round' | 'on'>,
  of: CountsOfReview | undefined,
): BoardLine {
  const counted = of?.counted ?? null;
  const all = round.criteria.length;
  const step = stepOf(line, round.voiding?.on ?? null, on);
  return {
    ...line,
    lineId: line.reviewId ?? line.organisationId,
    step,
    leads: counted !== null,
    ledByOthers: of?.ledByOthers === true,
    own: of?.own ?? null,
    answered: counted && { done: counted.answered, of: all },
    settled: counted && { done: counted.settled, of: all },
    panel: counted && panelTally(counted),
    preparedOn: counted?.preparedOn ?? null,
    preparedByReader: counted?.preparedByReader === true,
    late: lateSteps(step, round.firstPromise, on),
  };
}

function stepOf(line: RoundTableLine, voidedOn: CalendarDay | null, on: CalendarDay): BoardStep {
  if (voidedOn !== null) return 'NONE';
  if (line.submitted === null && line.nil !== null) return 'NIL';
  if (line.submitted === null && line.removed !== null) return 'REMOVED';
  if (line.reviewId === null) return 'NO_REVIEW';
  const facts = {
    ...{ voidedOn, acknowledgedOn: line.acknowledged, submittedOn: line.submitted },
    ...{ scoresOpenedOn: line.scored, moderationClosedOn: line.moderated, replyDueOn: line.replyDueOn },
    ...{ replyClosedOn: line.replyClosedOn, releasedOn: line.published },
  };
  return reviewWork(facts, on);
}

const UNANSWERED: readonly BoardStep[] = ['NO_REVIEW', 'ACKNOWLEDGE', 'ANSWER'];
const UNPUBLISHED: readonly BoardStep[] = [
  ...UNANSWERED,
  ...(['SCORE', 'MODERATE', 'REPLY', 'DECIDE_REPLIES', 'PUBLISH'] as const),
];

function lateSteps(
  step: BoardStep,
  first: RoundTable['round']['firstPromise'],
  on: CalendarDay,
): readonly LateStep[] {
  const owed: readonly (readonly [boolean, LateStep['step'], CalendarDay])[] = [
    [UNANSWERED.includes(step), 'self-review', first.selfReviewDue],
    [step === 'SCORE', 'scoring', first.scoringDue],
    [UNPUBLISHED.includes(step), 'publication', first.publicationDate],
  ];
  return owed.flatMap(([isOwed, what, due]) =>
    isOwed && on > due ? [{ step: what, days: daysLate(due, on) }] : [],
  );
}

function panelTally({ seats }: Counted): PanelTally {
  const scoring = seats.filter(
    ({ capacity, clearance, endedOn }) => capacity !== 'lead' && clearance !== 'excluded' && endedOn === null,
  );
  const of = scoring.length;
  return {
    seats: of,
    missing: faultsWhenAllLock(seats.map(asIfClear)).map(({ code }) => code),
    declared: { done: scoring.filter(({ clearance }) => clearance !== 'undeclared').length, of },
    undecided: seats.filter(({ clearance, endedOn }) => clearance === 'undecided' && endedOn === null).length,
    locked: { done: scoring.filter(({ lockedOn }) => lockedOn !== null).length, of },
  };
}

/** A seat is taken from the day it is given: what is awaited of its holder is counted apart. */
function asIfClear(seat: Counted['seats'][number]): Counted['seats'][number] {
  const awaited = seat.clearance === 'undeclared' || seat.clearance === 'undecided';
  return awaited ? { ...seat, clearance: 'clear' } : seat;
}
