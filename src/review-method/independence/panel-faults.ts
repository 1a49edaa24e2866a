import { isClear, mayScore, type PanelMember } from './panel-member.js';

/** Why a panel may not begin: a code for tests and counting, and the sentence the lead reviewer reads. */
export interface PanelFault {
  readonly code:
    | 'TOO_FEW'
    | 'NOBODY_OUTSIDE'
    | 'NO_LIVED_EXPERIENCE'
    | 'NOT_DECLARED'
    | 'DECIDED_BY_THEMSELVES'
    | 'CONFLICTED'
    | 'TOO_FEW_FOR_CRITERION';
  readonly sentence: string;
}

const FEWEST_SCORERS = 2;

/**
 * Everything that keeps a panel from being independent; an empty list means that scoring may begin. Only reviewers who
 * are clear count towards the numbers, so a conflicted person never fills a seat that the rules ask for.
 */
export function panelFaults(
  panel: readonly PanelMember[],
  criteria: readonly string[],
): readonly PanelFault[] {
  const clear = panel.filter(isClear);
  const faults: (PanelFault | false)[] = [
    clear.length < FEWEST_SCORERS &&
      fault('TOO_FEW', 'A review needs at least two reviewers with no conflict.'),
    !clear.some(({ outsideNhsEngland }) => outsideNhsEngland) &&
      fault(
        'NOBODY_OUTSIDE',
        'At least one reviewer must be from outside NHS England or the body that followed it.',
      ),
    !clear.some(({ livedExperience }) => livedExperience) &&
      fault(
        'NO_LIVED_EXPERIENCE',
        'At least one reviewer must have lived experience, paid and with a full vote.',
      ),
  ];
  return [
    ...faults.filter((each) => each !== false),
    ...panel.flatMap(faultsOfMember),
    ...(clear.length < FEWEST_SCORERS ? [] : criteria.flatMap((criterion) => tooFewFor(criterion, panel))),
  ];
}

function faultsOfMember({ reviewer, outcome, decidedBy }: PanelMember): PanelFault[] {
  if (outcome === null || decidedBy === null) {
    return [
      fault('NOT_DECLARED', `${reviewer} has not declared interests, or nobody has decided about them yet.`),
    ];
  }
  if (decidedBy === reviewer) {
    return [
      fault('DECIDED_BY_THEMSELVES', `Somebody other than ${reviewer} must decide about their interests.`),
    ];
  }
  return outcome === 'EXCLUDE'
    ? [fault('CONFLICTED', `${reviewer} has a conflict of interest and must leave.`)]
    : [];
}

function tooFewFor(criterion: string, panel: readonly PanelMember[]): PanelFault[] {
  if (panel.filter((member) => mayScore(member, criterion)).length >= FEWEST_SCORERS) return [];
  return [fault('TOO_FEW_FOR_CRITERION', `Fewer than two reviewers may score ${criterion}.`)];
}

function fault(code: PanelFault['code'], sentence: string): PanelFault {
  return { code, sentence };
}
