import { flowRule } from '../engine/flow-rule.js';
import { seenIn } from '../engine/citation.js';
import { chosenList, holds, stated, together } from '../matter/verdict.js';
import {
  CONFIDENTIAL_CONSENT_FIELDS,
  ofConfidentialConsent,
  reliesOnConfidentialConsent,
} from '../matter/consent.js';

/** R-CON-11: consent under the duty of confidentiality can be shown, by a person with capacity, for each recipient. */
export const rCon11 = flowRule({
  id: 'R-CON-11',
  version: 1,
  kind: 'L/C',
  appliesTo: 'reliance on consent under the duty of confidentiality',
  fields: [
    'consentProfiles[].formVersion',
    'consentProfiles[].evidenceIds',
    'consentProfiles[].granularPerRecipient',
    'consentProfiles[].capacityRecorded',
    ...CONFIDENTIAL_CONSENT_FIELDS,
  ],
  citation: seenIn(
    'Common-law duty of confidentiality: to named recipients, by a person with capacity',
    'L53',
  ),
  message:
    'This record does not show consent to the disclosure, recipient by recipient, with the form and capacity recorded',
  whatToDo:
    'Attach the form. Let people agree to one recipient and not another, and record capacity for this decision.',
  applies: reliesOnConfidentialConsent,
  evaluate: (matter) =>
    ofConfidentialConsent(matter, (profile) =>
      together(
        stated(profile.formVersion, 'no version of the form is given', 'which form is used'),
        chosenList(profile.evidenceIds, 'no evidence of the form is attached'),
        holds(profile.granularPerRecipient, 'a person cannot agree to one recipient and not another'),
        holds(profile.capacityRecorded, 'capacity is not recorded'),
      ),
    ),
});
