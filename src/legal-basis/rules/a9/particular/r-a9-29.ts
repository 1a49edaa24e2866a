import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import { holds, together } from '../../matter/verdict.js';
import { oneOfThreeReasons } from '../../matter/at-risk.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-29: economic well-being is that of an adult less able to protect it. */
export const rA929 = assertionRule({
  id: 'R-A9-29',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on the economic well-being of certain individuals, Schedule 1 para 19',
  fields: [
    'assertions[].substantialPublicInterest.economicRisk',
    'assertions[].sch1NoConsentReason',
    ...PARAGRAPH_FIELDS,
  ],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 para 19'),
  message: 'This record does not show an adult less able to protect their economic well-being',
  whatToDo: 'Choose another condition for care and safeguarding: this one is about money and property.',
  applies: (matter) => usesParagraph(matter, 'P2.19'),
  evaluate: (matter) =>
    together(
      holds(matter.assertion.substantialPublicInterest?.economicRisk, 'no such adult is concerned'),
      oneOfThreeReasons(matter.assertion),
    ),
});
