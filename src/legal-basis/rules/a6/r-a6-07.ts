import { statementState } from '../../record/answers/not-known.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { beingChecked } from '../engine/citation.js';
import { fault, shown, stated, together } from '../matter/verdict.js';
import { reliesOn6 } from '../matter/assertions.js';
import { citesOnlyPermissions } from '../reading/law/cited-law.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-A6-07: a legal obligation requires this disclosure; a law that permits it is not one. */
export const rA607 = assertionRule({
  id: 'R-A6-07',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on a legal obligation, Article 6(1)(c)',
  fields: ['assertions[].functionCitation', 'assertions[].art6', 'assertions[].regime'],
  citation: beingChecked('UK GDPR Article 6(1)(c) and 6(3)'),
  message: 'This record does not show a law that requires this disclosure',
  whatToDo:
    'Cite the duty that requires it. If the law only permits or encourages sharing, choose another basis.',
  applies: (matter) => reliesOn6(matter, '6_1_c'),
  evaluate: ({ assertion }) =>
    together(
      stated(assertion.functionCitation, 'none is cited'),
      statementState(assertion.functionCitation) === 'STATED' &&
        citesOnlyPermissions(assertion.functionCitation ?? '')
        ? fault('what it cites permits or encourages sharing and does not require it')
        : shown,
    ),
});
