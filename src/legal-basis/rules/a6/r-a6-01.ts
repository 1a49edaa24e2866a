import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { isUkGdpr } from '../matter/assertions.js';
import { chosen } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-A6-01: at least one Article 6 basis; several for one purpose are no fault in law. */
export const rA601 = assertionRule({
  id: 'R-A6-01',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an assertion under the UK GDPR',
  fields: ['assertions[].art6', 'assertions[].regime'],
  citation: seenIn('UK GDPR Article 6(1): “at least one”', 'L32'),
  message: 'This record does not show an Article 6 basis',
  positive: 'This record names an Article 6 basis',
  whatToDo:
    'Choose the basis that fits. Where different purposes need different bases, say which basis serves which.',
  applies: isUkGdpr,
  evaluate: ({ assertion }) => chosen(assertion.art6, 'none is chosen'),
});
