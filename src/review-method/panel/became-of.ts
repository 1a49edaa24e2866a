import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { GivenScore } from '../scoring/locked-content.js';
import type { PanelMember, Seat } from './panel-member.js';

/** What can become of locked scores: they count, they count although their author left, or they are set aside. */
export const FATES = ['counts', 'left', 'set-aside'] as const;

/** What became of locked scores. */
export type Fate = (typeof FATES)[number];

/** A reviewer's score of one criterion with what became of it. Once it is locked it is never taken away again. */
export interface JudgedScore extends GivenScore {
  /** Null before it was locked, when only its author reads it. */
  readonly became: Fate | null;
  /** True when its author joined after the others' scores were open. */
  readonly givenLater: boolean;
  /** When its author locked, and from then on could speak in meetings; null before. */
  readonly lockedOn: CalendarDay | null;
  /** The day on which its author's part in the review ended. */
  readonly leftOn: CalendarDay | null;
}

/**
 * What became of all the scores that one reviewer locked; null for whoever locked none. Only an exclusion sets scores
 * aside: who leaves has said what they said, so that nobody's scores vanish by ending their part.
 */
export function becameOf(member: Seat): Fate | null {
  if (member.capacity === 'lead' || member.lockedOn === null) return null;
  if (member.clearance === 'excluded') return 'set-aside';
  return member.endedOn === null ? 'counts' : 'left';
}

/** True when scores of which this became count. */
export function isCounted(became: Fate | null): boolean {
  return became === 'counts' || became === 'left';
}

/** Every score with what became of it: the one place that says which scores count. Whoever locks has scored every criterion. */
export function judgedScores(
  panel: readonly PanelMember[],
  scores: readonly GivenScore[],
): readonly JudgedScore[] {
  const members = new Map(panel.map((member) => [member.assignmentId, member]));
  return scores.map((score) => {
    const member = members.get(score.assignmentId);
    if (!member) return { ...score, became: null, givenLater: false, lockedOn: null, leftOn: null };
    const { givenLater, lockedOn, endedOn: leftOn } = member;
    return { ...score, became: becameOf(member), givenLater, lockedOn, leftOn };
  });
}

/** The scores that count. Meetings, agreement and rating are worked out from these and no others. */
export function countingScores<Score extends Pick<JudgedScore, 'became'>>(
  scores: readonly Score[],
): readonly Score[] {
  return scores.filter(({ became }) => isCounted(became));
}
