import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, REACH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import { functionInLaw } from '../../matter/law/function-in-law.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-15: a statutory purpose rests on an enactment or a rule of law. */
export const rA915 = assertionRule({
  id: 'R-A9-15',
  version: 5,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on statutory and government purposes, Schedule 1 para 6',
  fields: ['assertions[].functionLaw', 'assertions[].functionCitation', ...PARAGRAPH_FIELDS, ...REACH_FIELDS],
  citation: seenIn('Data Protection Act 2018 Schedule 1 para 6', 'L70'),
  message: 'This record does not show the enactment or rule of law that gives the function',
  whatToDo: 'Pick the enactment or the rule of law that gives the function, and say why it applies here.',
  applies: (matter) => usesParagraph(matter, 'P2.6'),
  evaluate: functionInLaw,
});
