import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { holdsOnRecord } from '../../matter/verdict.js';
import { reliesOn9 } from '../../matter/assertions.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-09: vital interests under Article 9 are for people who cannot consent. */
export const rA909 = assertionRule({
  id: 'R-A9-09',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on vital interests, Article 9(2)(c)',
  fields: ['assertions[].subjectIncapable', 'assertions[].art9', 'assertions[].regime'],
  citation: beingChecked('UK GDPR Article 9(2)(c)'),
  message: 'This record does not show that the person was incapable of consent',
  whatToDo: 'Record why the person could not physically or legally consent, or choose another condition.',
  applies: (matter) => reliesOn9(matter, '9_2_c'),
  evaluate: ({ assertion }) => holdsOnRecord(assertion.subjectIncapable, 'it does not say so'),
});
