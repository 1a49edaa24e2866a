import { type Truth, allOf } from '../../../record/answers/not-known.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { caution, notKnown, onlySaid, shown } from '../../matter/verdict.js';
import { PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import { includesAny } from '../../reading/codes.js';
import { underAnArrangement } from '../../reading/confidentiality.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-13: the safeguarding test is about a person or a type of person at risk, and a whole caseload seldom is one: a caution. */
export const rA913 = assertionRule({
  id: 'R-A9-13',
  version: 2,
  kind: 'L/P',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on safeguarding, Schedule 1 para 18',
  fields: [
    'assertions[].perPersonRecord',
    'assertions[].wholeCaseload',
    'subjectGroups',
    'frequency',
    ...PARAGRAPH_FIELDS,
  ],
  citation: seenIn('Data Protection Act 2018 Schedule 1 para 18', 'L71'),
  message: 'This record does not show a use of the safeguarding condition for less than a whole caseload',
  whatToDo:
    'Record the test for each person whose data are shared. Where it is not met, do not share on this ground.',
  applies: (matter) => usesParagraph(matter, 'P2.18'),
  evaluate: (matter) => {
    const whole = isForWholeCaseload(matter);
    if (whole === null) return notKnown('whether it is used for a whole caseload');
    if (!whole) return shown;
    return matter.assertion.perPersonRecord === true
      ? onlySaid('that the test is recorded for each person of the caseload')
      : caution(
          'The safeguarding condition is used for a whole caseload, and nothing says who of it is at risk. It covers an individual or a type of individual at risk.',
        );
  },
});

function isForWholeCaseload({ flow, assertion }: AssertionMatter): Truth {
  const standing = allOf(includesAny(flow.subjectGroups, 'CASELOAD'), underAnArrangement(flow));
  return standing === true ? true : (assertion.wholeCaseload ?? standing);
}
