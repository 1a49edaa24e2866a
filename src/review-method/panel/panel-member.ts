import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';

/** The parts that people take in a review. Whoever leads it does not score it. */
export const REVIEWER_CAPACITIES = ['reviewer', 'lived-experience', 'lead'] as const;

/** The part that one person takes. */
export type ReviewerCapacity = (typeof REVIEWER_CAPACITIES)[number];

/** Where somebody can stand with their declaration of interests. */
export const CLEARANCES = ['undeclared', 'undecided', 'clear', 'excluded'] as const;

/** Where one person stands: `undecided` too while a second person has not agreed that they are excluded. */
export type Clearance = (typeof CLEARANCES)[number];

/** Why somebody is excluded: what the decision rests on, who decided, and who agreed where the scores were open. */
export interface Exclusion {
  /** The conflict that was found later, in words; null where it rests on what the person declared. */
  readonly conflict: string | null;
  readonly because: string;
  readonly post: string;
  readonly decidedOn: CalendarDay;
  /** The second person's decision; null where scores were not open yet and one person was enough. */
  readonly second: {
    readonly post: string;
    readonly because: string;
    readonly decidedOn: CalendarDay;
  } | null;
}

/** One person's part in one review, without their name: all that decides what becomes of their scores. */
export interface PanelMember {
  readonly assignmentId: Uuid;
  readonly capacity: ReviewerCapacity;
  /** True when neither NHS England nor a body that took over its functions employs the person. */
  readonly outsideNhsEngland: boolean;
  /** True for whoever joined when the scores of the others were open; they see none of them before they have locked. */
  readonly givenLater: boolean;
  readonly clearance: Clearance;
  readonly assignedOn: CalendarDay;
  readonly lockedOn: CalendarDay | null;
  readonly endedOn: CalendarDay | null;
  readonly endReason: string | null;
  /** Null unless they are excluded, and the decision stands. */
  readonly exclusion: Exclusion | null;
}

/** All of a person's part that says whether a panel is complete. */
export type Seat = Pick<
  PanelMember,
  'capacity' | 'outsideNhsEngland' | 'clearance' | 'assignedOn' | 'lockedOn' | 'endedOn'
>;
