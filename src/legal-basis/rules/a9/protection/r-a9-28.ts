import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import { stated } from '../../matter/verdict.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-28: safeguarding protects somebody from a harm, or for a well-being, that can be named. */
export const rA928 = assertionRule({
  id: 'R-A9-28',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on safeguarding, Schedule 1 para 18',
  fields: ['assertions[].substantialPublicInterest.protection', ...PARAGRAPH_FIELDS],
  citation: seenIn('Data Protection Act 2018 Schedule 1 para 18(1)', 'L71'),
  message: 'This record does not show from what harm, or for what well-being, somebody is protected',
  whatToDo: 'Name the neglect or harm. That somebody calls often, or costs a service much, is neither.',
  applies: (matter) => usesParagraph(matter, 'P2.18'),
  evaluate: ({ assertion }) =>
    stated(
      assertion.substantialPublicInterest?.protection,
      'it does not say so',
      'from what harm, or for what well-being, somebody is protected',
    ),
});
