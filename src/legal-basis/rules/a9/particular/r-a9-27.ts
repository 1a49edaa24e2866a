import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import { not } from '../../../record/answers/not-known.js';
import { cautionUnless, holds, together } from '../../matter/verdict.js';
import { oneOfThreeReasons } from '../../matter/at-risk.js';
import { GDPR_DAY } from '../../reading/law-days.js';
import { anyRecipient, isPolice } from '../../reading/parties.js';

/** R-A9-27: counselling is confidential, and goes without consent for one of three reasons. */
export const rA927 = assertionRule({
  id: 'R-A9-27',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on confidential counselling, advice or support, Schedule 1 para 17',
  fields: [
    'assertions[].substantialPublicInterest.confidentialService',
    'assertions[].sch1NoConsentReason',
    'recipientOrgIds',
    'parties[].orgId',
    'parties[].orgType',
    ...PARAGRAPH_FIELDS,
  ],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 para 17'),
  message: 'This record does not show a confidential service, and an accepted reason for having no consent',
  whatToDo:
    'Say how the service keeps confidence, and which of the three reasons there is for having no consent.',
  applies: (matter) => usesParagraph(matter, 'P2.17'),
  evaluate: (matter) =>
    together(
      holds(
        matter.assertion.substantialPublicInterest?.confidentialService,
        'the service is not confidential',
      ),
      oneOfThreeReasons(matter.assertion),
      cautionUnless(
        not(anyRecipient(matter.flow, isPolice)),
        'A service that tells the police is hardly a confidential one.',
      ),
    ),
});
