import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import { stated } from '../../matter/verdict.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-21: the administration of justice means proceedings, and Parliament one of its functions. */
export const rA921 = assertionRule({
  id: 'R-A9-21',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on the administration of justice or a function of Parliament, Schedule 1 para 7',
  fields: ['assertions[].substantialPublicInterest.proceedings', ...PARAGRAPH_FIELDS],
  citation: seenIn('Data Protection Act 2018 Schedule 1 para 7', 'L70'),
  message: 'This record does not show court proceedings or a function of Parliament',
  whatToDo: 'Name the proceedings or the function. Policing at large is neither.',
  applies: (matter) => usesParagraph(matter, 'P2.7'),
  evaluate: ({ assertion }) =>
    stated(
      assertion.substantialPublicInterest?.proceedings,
      'none is named',
      'which proceedings or which function of Parliament it serves',
    ),
});
