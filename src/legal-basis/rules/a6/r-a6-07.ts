import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { requiresDisclosure } from '../../provisions/disclosure.js';
import { lawReliedOn } from '../matter/law/law-relied-on.js';
import { REACH_FIELDS, reachOf, reliesOn6 } from '../matter/assertions.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-A6-07: a legal obligation requires this disclosure; a law that permits it is not one. */
export const rA607 = assertionRule({
  id: 'R-A6-07',
  version: 4,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on a legal obligation, Article 6(1)(c)',
  fields: [
    'assertions[].functionLaw',
    'assertions[].functionCitation',
    'assertions[].art6',
    'assertions[].regime',
    ...REACH_FIELDS,
  ],
  citation: seenIn('UK GDPR Article 6(1)(c) and 6(3)', 'L32'),
  message: 'This record does not show a law that requires this disclosure',
  whatToDo:
    'Pick the duty that requires it, and say why it applies here. If the law only permits or encourages sharing, choose another basis.',
  applies: (matter) => reliesOn6(matter, '6_1_c'),
  evaluate: (matter) =>
    lawReliedOn(
      matter.assertion.functionLaw,
      matter.assertion.functionCitation,
      { does: requiresDisclosure, none: 'none is cited', says: 'which law requires this disclosure' },
      reachOf(matter),
    ),
});
