import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import { AT_RISK_FIELDS, atRiskVerdict } from '../../matter/at-risk.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-12: the safeguarding condition is for an individual at risk, and for want of consent for one of three reasons. */
export const rA912 = assertionRule({
  id: 'R-A9-12',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on safeguarding, Schedule 1 para 18',
  fields: [...AT_RISK_FIELDS, ...PARAGRAPH_FIELDS],
  citation: seenIn('Data Protection Act 2018 Schedule 1 para 18', 'L71', 'L4'),
  message: 'This record does not show a yes to each test for a child or an individual at risk',
  whatToDo:
    'Record each part of the test for the person, and why consent cannot be given, sought or waited for.',
  applies: (matter) => usesParagraph(matter, 'P2.18'),
  evaluate: ({ assertion }) => atRiskVerdict(assertion),
});
