import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { reliesOnParagraph } from '../../matter/assertions.js';
import { AT_RISK_FIELDS, atRiskVerdict } from '../../matter/at-risk.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-12: the safeguarding condition is for an individual at risk, and for want of consent for one of three reasons. */
export const rA912 = assertionRule({
  id: 'R-A9-12',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on safeguarding, Schedule 1 para 18',
  fields: [...AT_RISK_FIELDS, 'assertions[].sch1Paras', 'assertions[].regime'],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 para 18'),
  message: 'This record does not show that the tests for an individual at risk are met',
  whatToDo:
    'Record each part of the test for the person, and why consent cannot be given, sought or waited for.',
  applies: (matter) => reliesOnParagraph(matter, 'P2.18'),
  evaluate: ({ assertion }) => atRiskVerdict(assertion),
});
