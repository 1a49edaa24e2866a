import { faultsWhenAllLock, type PanelFault } from '../../review-method/panel/panel-faults.js';
import type { PanelMember } from '../../review-method/panel/panel-member.js';
import type { PanelRow } from './reviewers.queries.js';

/** Everything that keeps a review's panel from being independent once all who are clear have locked. */
export function panelProblems(
  people: readonly PanelRow[],
  criteria: readonly string[],
): readonly PanelFault[] {
  return faultsWhenAllLock(people.map(asMember), criteria);
}

function asMember({ id, locked, ...row }: PanelRow): PanelMember {
  return {
    ...row,
    assignmentId: id,
    givenLater: false,
    lockedOn: locked ? row.assignedOn : null,
    exclusion: null,
    restrictedFrom: [],
  };
}
