import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { cautionUnless, holds, together } from '../matter/verdict.js';
import { reliesOn6 } from '../matter/assertions.js';
import { isCode } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-A6-08: vital interests are for emergencies, decided each time, and for people who cannot consent. */
export const rA608 = assertionRule({
  id: 'R-A6-08',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on vital interests, Article 6(1)(d)',
  fields: ['frequency', 'assertions[].subjectIncapable', 'assertions[].art6', 'assertions[].regime'],
  citation: seenIn('UK GDPR Article 6(1)(d); recital 46 (reference being checked)', 'L32'),
  message: 'This record does not show an emergency, decided when it arises',
  whatToDo:
    'Keep vital interests for the emergency itself, decided each time, and find another basis for what is arranged in advance.',
  applies: (matter) => reliesOn6(matter, '6_1_d'),
  evaluate: ({ flow, assertion }) =>
    together(
      holds(
        isCode(flow.frequency, 'ONE_OFF_EMERGENCY', 'CASE_BY_CASE'),
        'the sharing is arranged in advance',
      ),
      cautionUnless(assertion.subjectIncapable, 'The person could have been asked for consent.'),
    ),
});
