import { assertionRule } from '../engine/assertion-rule.js';
import { beingChecked } from '../engine/citation.js';
import { reliesOn6 } from '../matter/assertions.js';
import { citedFunction } from '../matter/cited-function.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-A6-05: a public task is laid down in law, and the record names the law. */
export const rA605 = assertionRule({
  id: 'R-A6-05',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on a public task, Article 6(1)(e)',
  fields: ['assertions[].functionCitation', 'assertions[].art6', 'assertions[].regime'],
  citation: beingChecked('UK GDPR Article 6(3); Data Protection Act 2018 s8'),
  message: 'This record does not show which law gives the public task',
  whatToDo: 'Cite the Act and section, or the rule of law, that gives this task to this controller.',
  applies: (matter) => reliesOn6(matter, '6_1_e'),
  evaluate: ({ assertion }) => citedFunction(assertion),
});
