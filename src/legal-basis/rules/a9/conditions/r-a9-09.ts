import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { caution, holdsOnRecord, shown, together } from '../../matter/verdict.js';
import { reliesOn9 } from '../../matter/assertions.js';
import { underAnArrangement } from '../../reading/confidentiality.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-09: vital interests under Article 9 are for people who cannot consent. */
export const rA909 = assertionRule({
  id: 'R-A9-09',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on vital interests, Article 9(2)(c)',
  fields: ['assertions[].subjectIncapable', 'frequency', 'assertions[].art9', 'assertions[].regime'],
  citation: seenIn('UK GDPR Article 9(2)(c)', 'L64'),
  message: 'This record does not show that the person was incapable of consent',
  whatToDo: 'Record why the person could not physically or legally consent, or choose another condition.',
  applies: (matter) => reliesOn9(matter, '9_2_c'),
  evaluate: ({ flow, assertion }) =>
    together(
      holdsOnRecord(assertion.subjectIncapable, 'it does not say so'),
      underAnArrangement(flow) === true
        ? caution(
            'Whether somebody can consent is judged for one person at one time, and this sharing is not.',
          )
        : shown,
    ),
});
