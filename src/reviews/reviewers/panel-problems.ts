import { panelFaults, type PanelFault } from '../../review-method/independence/panel-faults.js';
import type { DeclarationOutcome, PanelMember } from '../../review-method/independence/panel-member.js';
import type { Clearance } from './clearance.js';
import type { PanelRow } from './reviewers.queries.js';

const OUTCOMES: Readonly<Record<Clearance, DeclarationOutcome | null>> = {
  undeclared: null,
  undecided: null,
  clear: 'CONTINUE',
  excluded: 'EXCLUDE',
};

/** Everything that keeps a review's panel from being independent; whoever leads it is not counted, nor whoever left. */
export function panelProblems(
  people: readonly PanelRow[],
  criteria: readonly string[],
): readonly PanelFault[] {
  const scoring = people.filter(({ capacity, endedOn }) => capacity !== 'lead' && endedOn === null);
  return panelFaults(scoring.map(asMember), criteria);
}

function asMember({ name, id, outsideNhsEngland, capacity, clearance }: PanelRow): PanelMember {
  return {
    reviewer: name ?? id,
    outsideNhsEngland,
    livedExperience: capacity === 'lived-experience',
    outcome: OUTCOMES[clearance],
    decidedBy: OUTCOMES[clearance] === null ? null : 'somebody else',
    restrictedFrom: [],
  };
}
