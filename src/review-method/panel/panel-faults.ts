import { becameOf, isCounted } from './became-of.js';
import type { Seat } from './panel-member.js';

/** Why a review may not take its next step: a code for tests and counting, and the sentence people read. */
export interface PanelFault {
  readonly code:
    'TOO_FEW' | 'NOBODY_OUTSIDE' | 'NO_LIVED_EXPERIENCE' | 'NOT_DECLARED' | 'NOT_DECIDED' | 'NOT_LOCKED';
  readonly sentence: string;
}

const FEWEST_SCORERS = 2;

/**
 * Everything that keeps a panel from being independent and complete; an empty list means that scores may open, moderation
 * may close and the result may be prepared and released. The numbers are of those whose scores count.
 */
export function panelFaults(panel: readonly Seat[]): readonly PanelFault[] {
  return [...openFaults(panel), ...compositionFaults(panel)];
}

/**
 * What the panel lacks even when everybody who is clear has locked: what the lead must mend before, and the only ground
 * on which somebody joins after the scores were opened.
 */
export function faultsWhenAllLock(panel: readonly Seat[]): readonly PanelFault[] {
  return compositionFaults(panel.map(asIfLocked));
}

/** What the people whose scores count lack to be an independent panel. */
function compositionFaults(panel: readonly Seat[]): readonly PanelFault[] {
  const counting = panel.filter((member) => isCounted(becameOf(member)));
  const faults: (PanelFault | false)[] = [
    counting.length < FEWEST_SCORERS &&
      fault('TOO_FEW', 'A review needs the scores of at least two reviewers with no conflict.'),
    !counting.some(({ outsideNhsEngland }) => outsideNhsEngland) &&
      fault(
        'NOBODY_OUTSIDE',
        'At least one of the reviewers whose scores count must be from outside NHS England or the body that followed it.',
      ),
    !counting.some(({ capacity }) => capacity === 'lived-experience') &&
      fault(
        'NO_LIVED_EXPERIENCE',
        'At least one of the reviewers whose scores count must have lived experience, paid and with a full vote.',
      ),
  ];
  return faults.filter((each) => each !== false);
}

/** What is still awaited of the people who take part. Who was excluded or has left is not waited for. */
function openFaults(panel: readonly Seat[]): readonly PanelFault[] {
  const present = panel.filter(({ endedOn, clearance }) => endedOn === null && clearance !== 'excluded');
  const scoring = present.filter(({ capacity }) => capacity !== 'lead');
  const undecided = panel.filter(
    ({ clearance, endedOn, lockedOn }) =>
      clearance === 'undecided' && (endedOn === null || lockedOn !== null),
  );
  const faults: (PanelFault | false)[] = [
    scoring.some(({ clearance }) => clearance === 'undeclared') &&
      fault('NOT_DECLARED', 'A reviewer has not declared their interests yet.'),
    undecided.length > 0 &&
      fault(
        'NOT_DECIDED',
        'It is not decided yet whether somebody who declared an interest, or has a conflict, takes part.',
      ),
    scoring.some(({ lockedOn }) => lockedOn === null) &&
      fault('NOT_LOCKED', 'Not every reviewer has locked their scores.'),
  ];
  return faults.filter((each) => each !== false);
}

function asIfLocked(member: Seat): Seat {
  const willLock = member.endedOn === null && member.clearance === 'clear';
  return willLock ? { ...member, lockedOn: member.lockedOn ?? member.assignedOn } : member;
}

function fault(code: PanelFault['code'], sentence: string): PanelFault {
  return { code, sentence };
}
