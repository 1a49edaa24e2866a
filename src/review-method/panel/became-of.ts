import type { GivenScore } from '../scoring/locked-content.js';
import type { PanelMember } from './panel-member.js';

/** What can become of locked scores: they count, they count although their author left, or they are set aside. */
export const FATES = ['counts', 'left', 'set-aside'] as const;

/** What became of locked scores. */
export type Fate = (typeof FATES)[number];

/** A reviewer's locked score of one criterion with what became of it. It is never taken away again. */
export interface JudgedScore extends GivenScore {
  readonly became: Fate;
  /** True when its author joined after the others' scores were open. */
  readonly givenLater: boolean;
}

/**
 * What became of all the scores that one reviewer locked; null for whoever locked none. Only an exclusion sets scores
 * aside: who leaves has said what they said, so that nobody's scores vanish by ending their part.
 */
export function becameOf(member: PanelMember): Fate | null {
  if (member.capacity === 'lead' || member.lockedOn === null) return null;
  if (member.clearance === 'excluded') return 'set-aside';
  return member.endedOn === null ? 'counts' : 'left';
}

/** True when scores of which this became count. */
export function isCounted(became: Fate | null): boolean {
  return became === 'counts' || became === 'left';
}

/** True when this person's score of this criterion counts, or will when they have locked it. */
export function countsFor(member: PanelMember, criterion: string): boolean {
  return isCounted(becameOf(member)) && !member.restrictedFrom.includes(criterion);
}

/** Every score that was locked, with what became of it: the one place that says which scores count for a criterion. */
export function judgedScores(
  panel: readonly PanelMember[],
  scores: readonly GivenScore[],
): readonly JudgedScore[] {
  const members = new Map(panel.map((member) => [member.assignmentId, member]));
  return scores.flatMap((score) => {
    const member = members.get(score.assignmentId);
    const became = member ? becameOf(member) : null;
    if (!member || became === null) return [];
    const counted = isCounted(became) && !countsFor(member, score.criterion) ? 'set-aside' : became;
    return [{ ...score, became: counted, givenLater: member.givenLater }];
  });
}

/** The scores that count. Meetings, agreement and rating are worked out from these and no others. */
export function countingScores<Score extends JudgedScore>(scores: readonly Score[]): readonly Score[] {
  return scores.filter(({ became }) => isCounted(became));
}
