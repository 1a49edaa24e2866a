import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { allOf, not } from '../../record/answers/not-known.js';
import { chosen, fault, holds, shown, together, type Verdict } from '../matter/verdict.js';
import { reliesOn6 } from '../matter/assertions.js';
import { DUAA_DAY } from '../reading/law-days.js';
import { atRiskLimbs, LIMB_FIELDS } from '../matter/at-risk.js';
import { isUnderPart3Alone, LAW_ENFORCEMENT_FIELDS } from '../matter/law/law-enforcement.js';
import type { AssertionMatter } from '../matter/matter.js';
import { recipientIds } from '../reading/parties.js';
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
    ...LAW_ENFORCEMENT_FIELDS,
    ...PUBLIC_TASK_FIELDS,
  ],
  citation: seenIn('UK GDPR Annex 1; Information Commissioner, draft guidance', 'L6', 'L21'),
  message: 'This record does not show that a condition of Annex 1 is met',
  whatToDo:
    'Choose the condition. For condition 1 record the request that states the asker’s task; for condition 6 record the age or each limb of being at risk.',
  applies: (matter) => allOf(reliesOn6(matter, '6_1_ea'), not(isInPublicTasks(matter))),
  evaluate: (matter) => {
    const { annex1Condition } = matter.assertion;
    return together(
      chosen(annex1Condition, 'no condition is chosen'),
      ...(annex1Condition === 'ANNEX1_1' ? askedFor(matter) : []),
      ...(annex1Condition === 'ANNEX1_6' ? atRiskLimbs(matter.assertion) : []),
    );
  },
});

/** Paragraph 1: the asker states a task under Article 6(1)(e), which is none of those that Part 3 is about. */
function askedFor({ flow, assertion, eachController }: AssertionMatter): Verdict[] {
  const askers = eachController.filter(({ orgId }) => recipientIds(flow).includes(orgId));
  return [
    holds(
      assertion.annex1RequestStatesTaskNeed,
      'the request does not state that the asker needs the data for its public task',
    ),
    askers.some(isUnderPart3Alone)
      ? fault('the asker acts under Part 3, and for no task under Article 6(1)(e)')
      : shown,
  ];
}
