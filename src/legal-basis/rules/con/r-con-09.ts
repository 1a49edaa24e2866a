import { flowRule } from '../engine/flow-rule.js';
import { seenIn } from '../engine/citation.js';
import { holds, together } from '../matter/verdict.js';
import { not } from '../../record/answers/not-known.js';
import {
  askedWithoutPressure,
  CONFIDENTIAL_CONSENT_FIELDS,
  ofConfidentialConsent,
  reliesOnConfidentialConsent,
} from '../matter/consent.js';

/** R-CON-09: consent under the duty of confidentiality is as free as any other. */
export const rCon09 = flowRule({
  id: 'R-CON-09',
  version: 1,
  kind: 'L/C',
  appliesTo: 'reliance on consent under the duty of confidentiality',
  fields: [
    'consentProfiles[].settings',
    'consentProfiles[].careConditional',
    'consentProfiles[].noDetriment',
    ...CONFIDENTIAL_CONSENT_FIELDS,
  ],
  citation: seenIn('Common-law duty of confidentiality: consent is informed and voluntary', 'L53'),
  message: 'This record does not show consent to the disclosure that a person was free to refuse',
  whatToDo:
    'Ask where nobody has power over the person, without a police officer, and let refusing change nothing for the person.',
  applies: reliesOnConfidentialConsent,
  evaluate: (matter) =>
    ofConfidentialConsent(matter, (profile) =>
      together(
        askedWithoutPressure(profile),
        holds(not(profile.careConditional), 'care depends on it'),
        holds(profile.noDetriment, 'refusing has a bad effect'),
      ),
    ),
});
