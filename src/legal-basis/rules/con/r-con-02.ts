import { assertionRule } from '../engine/assertion-rule.js';
import { beingChecked } from '../engine/citation.js';
import { not } from '../../record/answers/not-known.js';
import { holds, together } from '../matter/verdict.js';
import { CONSENT_FIELDS, ofProfile, reliesOnConsent } from '../matter/consent.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-CON-02: care does not depend on consent, and refusing has no bad effect. */
export const rCon02 = assertionRule({
  id: 'R-CON-02',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on consent under data-protection law',
  fields: ['consentProfiles[].careConditional', 'consentProfiles[].noDetriment', ...CONSENT_FIELDS],
  citation: beingChecked('UK GDPR Article 7(4); for Part 3, Data Protection Act 2018 s40A'),
  message: 'This record does not show that people are free to refuse',
  whatToDo: 'Separate care from consent, and make sure that refusing changes nothing for the person.',
  applies: reliesOnConsent,
  evaluate: (matter) =>
    ofProfile(matter, (profile) =>
      together(
        holds(not(profile.careConditional), 'care depends on consent'),
        holds(profile.noDetriment, 'refusing has a bad effect'),
      ),
    ),
});
