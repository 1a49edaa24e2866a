import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { REACH_FIELDS, reliesOn6 } from '../matter/assertions.js';
import { functionInLaw } from '../matter/law/function-in-law.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-A6-05: a public task is laid down in law, and the record names the law. */
export const rA605 = assertionRule({
  id: 'R-A6-05',
  version: 4,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on a public task, Article 6(1)(e)',
  fields: [
    'assertions[].functionLaw',
    'assertions[].functionCitation',
    'assertions[].art6',
    'assertions[].regime',
    ...REACH_FIELDS,
  ],
  citation: seenIn('UK GDPR Article 6(3); Data Protection Act 2018 s8', 'L32', 'L33'),
  message: 'This record does not show which law gives the public task',
  whatToDo: 'Pick the law that gives this task to this controller, and say why it applies here.',
  applies: (matter) => reliesOn6(matter, '6_1_e'),
  evaluate: functionInLaw,
});
