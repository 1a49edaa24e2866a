import type { Role } from '../identity/roles.js';
import type { Actor } from '../identity/actor.js';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { StateTag } from '../web/state-tag.js';

/** One thing that waits for somebody. */
export interface HomeTask {
  /** What is to be done, beginning with a verb. */
  readonly text: string;
  readonly href: string;
  /** Whom or what it concerns: a scheme, a round, a trust. */
  readonly about: string;
  /** The last day on which it is in time; null where nothing says one. */
  readonly due: CalendarDay | null;
  /** The role in which it is done. */
  readonly as: Role;
}

/** One thing to know, with how it stands. */
export interface HomeLine {
  readonly text: string;
  readonly href: string;
  readonly note: string;
  readonly state: StateTag | null;
}

/** What a room shows somebody in their home. */
export interface HomeShown {
  readonly tasks: readonly HomeTask[];
  /** At most {@link MOST_LINES}; what is left out is behind one of the links. */
  readonly lines: readonly HomeLine[];
  /** Where all of it stands, and what can be begun. */
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** What one room knows of the work of those who hold a role. */
export interface HomePart {
  readonly title: string;
  /** Whose home it stands in. */
  readonly roles: readonly Role[];
  /** Smaller comes first. */
  readonly order: number;
  /** What is said where there are no lines. */
  readonly nothing: string;
  /** Reads it as this person: a few statements, however much there is, and never more than they may read elsewhere. */
  readonly read: (actor: Actor) => Promise<HomeShown>;
}

/** As many lines of one part as a home shows. */
export const MOST_LINES = 12;
