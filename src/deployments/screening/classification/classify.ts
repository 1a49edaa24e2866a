import {
  SCREENING_QUESTIONS,
  type ScreeningAnswer,
  type ScreeningAnswers,
  type ScreeningCode,
  type Weight,
} from './screening-questions.js';

/** What a scheme may be, by what it does. */
export const CLASSIFICATIONS = ['SIM_LIKE', 'SIM_LINEAGE', 'POSSIBLE_SIM_LIKE', 'OTHER_JOINT_WORK'] as const;

/** What a scheme is, by what it does. */
export type Classification = (typeof CLASSIFICATIONS)[number];

/** Whether a scheme is within the review; a possible one waits for a reviewer's reasoned decision. */
export const SCOPES = ['yes', 'reviewer-decides', 'no'] as const;

/** A class with the questions that decided it, so that a reader can check the working. */
export interface Screened {
  readonly classification: Classification;
  readonly inScope: (typeof SCOPES)[number];
  readonly decidedBy: readonly ScreeningCode[];
  /** Red-line questions answered Yes: each opens that element of the position of 10 March 2023. */
  readonly openElements: readonly ScreeningCode[];
  /** Red-line items that are not known, and indicators at Yes: while there is one, it cannot be "other joint work". */
  readonly doubts: readonly ScreeningCode[];
}

const CORE_NEEDED = 3;

/**
 * Classifies a scheme (domain/sim.md §2.0). Any of SCR-02 to SCR-05 at Yes is SIM-like; else SCR-09 or SCR-11 at Yes is
 * SIM lineage; else three core practices, a red-line item that is not known or an indicator at Yes make it possibly
 * SIM-like; else other joint work. An indicator at Yes counts so that Yes is never milder than "not known".
 */
export function classify(answers: ScreeningAnswers): Screened {
  const openElements = answered(answers, 'yes', 'red-line');
  const lineage = answered(answers, 'yes', 'lineage');
  const core = answered(answers, 'yes', 'core');
  const doubts = [
    ...answered(answers, 'not-known', 'red-line', 'red-line-indicator'),
    ...answered(answers, 'yes', 'red-line-indicator'),
  ];
  const found = { openElements, doubts };
  if (openElements.length > 0)
    return { classification: 'SIM_LIKE', inScope: 'yes', decidedBy: openElements, ...found };
  if (lineage.length > 0)
    return { classification: 'SIM_LINEAGE', inScope: 'yes', decidedBy: lineage, ...found };
  const possible = core.length >= CORE_NEEDED ? core : doubts;
  if (possible.length > 0)
    return {
      classification: 'POSSIBLE_SIM_LIKE',
      inScope: 'reviewer-decides',
      decidedBy: possible,
      ...found,
    };
  return { classification: 'OTHER_JOINT_WORK', inScope: 'no', decidedBy: [], ...found };
}

function answered(
  answers: ScreeningAnswers,
  answer: ScreeningAnswer,
  ...weights: readonly Weight[]
): ScreeningCode[] {
  return SCREENING_QUESTIONS.filter(
    ({ code, weight }) => weights.includes(weight) && answers[code] === answer,
  ).map(({ code }) => code);
}
