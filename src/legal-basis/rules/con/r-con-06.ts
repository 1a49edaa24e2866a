import { assertionRule } from '../engine/assertion-rule.js';
import { beingChecked } from '../engine/citation.js';
import { holds } from '../matter/verdict.js';
import { reliesOn9 } from '../matter/assertions.js';
import { CONSENT_FIELDS, ofProfile } from '../matter/consent.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-CON-06: explicit consent is an express statement. */
export const rCon06 = assertionRule({
  id: 'R-CON-06',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on explicit consent, Article 9(2)(a)',
  fields: ['consentProfiles[].expressStatement', ...CONSENT_FIELDS],
  citation: beingChecked('UK GDPR Article 9(2)(a)'),
  message: 'This record does not show an express written or recorded statement of consent',
  whatToDo:
    'Attendance, silence and a signed behaviour contract are not consent. Record the person’s own statement.',
  applies: (matter) => reliesOn9(matter, '9_2_a'),
  evaluate: (matter) => ofProfile(matter, (profile) => holds(profile.expressStatement, 'there is none')),
});
