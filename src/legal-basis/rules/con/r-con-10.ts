import { flowRule } from '../engine/flow-rule.js';
import { seenIn } from '../engine/citation.js';
import { fault, shown, stated, together } from '../matter/verdict.js';
import {
  CONFIDENTIAL_CONSENT_FIELDS,
  ofConfidentialConsent,
  reliesOnConfidentialConsent,
} from '../matter/consent.js';

/** R-CON-10: consent under the duty of confidentiality can be withdrawn, and disclosure then stops. */
export const rCon10 = flowRule({
  id: 'R-CON-10',
  version: 1,
  kind: 'L/C',
  appliesTo: 'reliance on consent under the duty of confidentiality',
  fields: [
    'consentProfiles[].withdrawalRoute',
    'consentProfiles[].continuesAfterWithdrawal',
    ...CONFIDENTIAL_CONSENT_FIELDS,
  ],
  citation: seenIn('Common-law duty of confidentiality: people can change their mind', 'L54'),
  message: 'This record does not show that consent to the disclosure can be withdrawn and that it then stops',
  whatToDo:
    'Say how a person withdraws, and stop when they do. If disclosure would go on, consent is not the route.',
  applies: reliesOnConfidentialConsent,
  evaluate: (matter) =>
    ofConfidentialConsent(matter, (profile) =>
      together(
        stated(profile.withdrawalRoute, 'no way to withdraw is given', 'how a person withdraws'),
        profile.continuesAfterWithdrawal === true
          ? fault('it says that disclosure continues after withdrawal')
          : shown,
      ),
    ),
});
