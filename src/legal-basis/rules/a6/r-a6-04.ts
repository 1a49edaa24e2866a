import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { allOf, not } from '../../record/answers/not-known.js';
import { chosen, holds, shown, together } from '../matter/verdict.js';
import { reliesOn6 } from '../matter/assertions.js';
import { DUAA_DAY } from '../reading/law-days.js';
import { atRiskLimbs, LIMB_FIELDS } from '../matter/at-risk.js';
import { isInPublicTasks, PUBLIC_TASK_FIELDS } from '../matter/public-authority.js';

/** R-A6-04: a recognised legitimate interest meets a condition of Annex 1. */
export const rA604 = assertionRule({
  id: 'R-A6-04',
  version: 3,
  kind: 'L',
  inForceFrom: DUAA_DAY,
  appliesTo: 'reliance on a recognised legitimate interest by other than a public authority in its tasks',
  fields: [
    'assertions[].annex1Condition',
    'assertions[].annex1RequestStatesTaskNeed',
    ...LIMB_FIELDS,
    ...PUBLIC_TASK_FIELDS,
  ],
  citation: seenIn('UK GDPR Annex 1; Information Commissioner, draft guidance', 'L6', 'L21'),
  message: 'This record does not show that a condition of Annex 1 is met',
  whatToDo:
    'Choose the condition. For condition 1 record the request that states the asker’s task; for condition 6 record the age or each limb of being at risk.',
  applies: (matter) => allOf(reliesOn6(matter, '6_1_ea'), not(isInPublicTasks(matter))),
  evaluate: ({ assertion }) =>
    together(
      chosen(assertion.annex1Condition, 'no condition is chosen'),
      assertion.annex1Condition === 'ANNEX1_1'
        ? holds(
            assertion.annex1RequestStatesTaskNeed,
            'the request does not state that the asker needs the data for its public task',
          )
        : shown,
      ...(assertion.annex1Condition === 'ANNEX1_6' ? atRiskLimbs(assertion) : []),
    ),
});
