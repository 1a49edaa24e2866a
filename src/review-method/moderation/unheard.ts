import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { isCounted, type JudgedScore } from '../panel/became-of.js';

/** As much of a proposal as says who could speak to it, and who did. */
export interface SpokenTo {
  readonly proposedOn: CalendarDay;
  readonly confirmBy: CalendarDay;
  readonly answers: readonly { readonly assignmentId: Uuid }[];
}

/** As much of a reviewer's score as says whether it counts, and when its author could speak. */
export type Speaker = Pick<JudgedScore, 'assignmentId' | 'became' | 'lockedOn' | 'leftOn'>;

/** The reviewers whose score counts and who said nothing to a proposal. */
export interface Unheard {
  /** Who could have spoken. */
  readonly silent: readonly Uuid[];
  /** Who locked only after its time, or had left by the day on which it was made: nobody says of them that they were silent. */
  readonly couldNotSpeak: readonly Uuid[];
}

/** Tells apart who was silent on a proposal and who could not speak to it. */
export function unheardOn({ proposedOn, confirmBy, answers }: SpokenTo, scores: readonly Speaker[]): Unheard {
  const spoke = new Set(answers.map(({ assignmentId }) => assignmentId));
  const unheard = scores.filter(({ became, assignmentId }) => isCounted(became) && !spoke.has(assignmentId));
  const couldSpeak = ({ lockedOn, leftOn }: Speaker): boolean =>
    lockedOn !== null && lockedOn <= confirmBy && (leftOn === null || leftOn > proposedOn);
  return {
    silent: unheard.filter(couldSpeak).map(({ assignmentId }) => assignmentId),
    couldNotSpeak: unheard.filter((one) => !couldSpeak(one)).map(({ assignmentId }) => assignmentId),
  };
}
