import { assertionRule } from '../engine/assertion-rule.js';
import { beingChecked } from '../engine/citation.js';
import { chosenList, fault, holds, stated, together } from '../matter/verdict.js';
import { CONSENT_FIELDS, profileOf, reliesOnConsent } from '../matter/consent.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-CON-01: consent can be demonstrated, and can be given to one recipient and not another. */
export const rCon01 = assertionRule({
  id: 'R-CON-01',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on consent under data-protection law',
  fields: [
    'consentProfiles[].formVersion',
    'consentProfiles[].evidenceIds',
    'consentProfiles[].granularPerRecipient',
    ...CONSENT_FIELDS,
  ],
  citation: beingChecked('UK GDPR Article 7(1) and (2); for Part 3, Data Protection Act 2018 s40A'),
  message:
    'This record does not show consent that can be demonstrated and was asked for recipient by recipient',
  whatToDo: 'Attach the form and its version. Let people agree to one recipient and not another.',
  applies: reliesOnConsent,
  evaluate: ({ flow, assertion }) => {
    const profile = profileOf(flow, assertion.consentProfileId);
    if (profile === null) return fault('it describes no consent');
    return together(
      stated(profile.formVersion, 'no version of the form is given'),
      chosenList(profile.evidenceIds, 'no evidence of the form is attached'),
      holds(profile.granularPerRecipient, 'a person cannot agree to one recipient and not another'),
    );
  },
});
