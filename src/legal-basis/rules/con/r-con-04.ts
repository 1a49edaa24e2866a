import { assertionRule } from '../engine/assertion-rule.js';
import { beingChecked } from '../engine/citation.js';
import { askedWithoutPressure, CONSENT_FIELDS, ofProfile, reliesOnConsent } from '../matter/consent.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-CON-04: consent is not asked for in detention, in custody, or by a police officer who is present. */
export const rCon04 = assertionRule({
  id: 'R-CON-04',
  version: 2,
  kind: 'L/P',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on consent under data-protection law',
  fields: ['consentProfiles[].settings', ...CONSENT_FIELDS],
  citation: beingChecked(
    'UK GDPR recital 43, and recital 35 of Directive (EU) 2016/680 for Part 3: freely given',
  ),
  message: 'This record does not show consent given in a setting where a person can refuse',
  whatToDo: 'Ask at another time and place, and let somebody ask who has no power to detain.',
  applies: reliesOnConsent,
  evaluate: (matter) => ofProfile(matter, askedWithoutPressure),
});
