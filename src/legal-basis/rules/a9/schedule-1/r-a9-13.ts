import { type Truth, allOf } from '../../../record/answers/not-known.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { caution, fault, notKnown, shown } from '../../matter/verdict.js';
import { reliesOnParagraph } from '../../matter/assertions.js';
import { includesAny, isCode } from '../../reading/codes.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-13: the safeguarding test is about one person, never about a caseload. */
export const rA913 = assertionRule({
  id: 'R-A9-13',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on safeguarding, Schedule 1 para 18',
  fields: [
    'assertions[].perPersonRecord',
    'assertions[].wholeCaseload',
    'subjectGroups',
    'frequency',
    'assertions[].sch1Paras',
    'assertions[].regime',
  ],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 para 18'),
  message: 'This record does not show the safeguarding test person by person',
  whatToDo:
    'Record the test for each person whose data are shared. Where it is not met, do not share on this ground.',
  applies: (matter) => reliesOnParagraph(matter, 'P2.18'),
  evaluate: (matter) => {
    const whole = isForWholeCaseload(matter);
    if (whole === null) return notKnown('whether it is used for a whole caseload');
    if (!whole) return shown;
    if (matter.assertion.perPersonRecord === true) {
      return caution('The safeguarding condition is used for a whole caseload, and its test is individual.');
    }
    return fault('it is used for a whole caseload and there is no record for each person');
  },
});

function isForWholeCaseload({ flow, assertion }: AssertionMatter): Truth {
  return (
    assertion.wholeCaseload ??
    allOf(
      includesAny(flow.subjectGroups, 'CASELOAD'),
      isCode(flow.frequency, 'PER_PANEL', 'STANDING', 'CONTINUOUS'),
    )
  );
}
