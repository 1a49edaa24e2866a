import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { fault, shown, stated, together } from '../matter/verdict.js';
import { CONSENT_FIELDS, ofProfile, reliesOnConsent } from '../matter/consent.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-CON-03: consent can be withdrawn, and sharing then stops. */
export const rCon03 = assertionRule({
  id: 'R-CON-03',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on consent under data-protection law',
  fields: [
    'consentProfiles[].withdrawalRoute',
    'consentProfiles[].continuesAfterWithdrawal',
    ...CONSENT_FIELDS,
  ],
  citation: seenIn('UK GDPR Article 7(3); asking is misleading where you would share anyway', 'L10'),
  message: 'This record does not show that consent can be withdrawn and that sharing then stops',
  whatToDo: 'Say how a person withdraws. If sharing would go on, consent is not the basis.',
  applies: reliesOnConsent,
  evaluate: (matter) =>
    ofProfile(matter, (profile) =>
      together(
        stated(profile.withdrawalRoute, 'no way to withdraw is given'),
        profile.continuesAfterWithdrawal === true
          ? fault('it says that sharing continues after withdrawal')
          : shown,
      ),
    ),
});
