import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { CONTROLLER_FIELDS, PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import { holds, together } from '../../matter/verdict.js';
import { GDPR_DAY } from '../../reading/law-days.js';
import { isOneOf } from '../../reading/parties.js';
import { consentNotToBeHad, CONSENT_REASON_FIELDS } from './no-consent.js';

/** R-A9-26: support for people with a condition is the paragraph of not-for-profit bodies, about their members. */
export const rA926 = assertionRule({
  id: 'R-A9-26',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on support for people with a disability or condition, Schedule 1 para 16',
  fields: [
    'assertions[].substantialPublicInterest.supportBody',
    'assertions[].substantialPublicInterest.memberOrFamily',
    ...CONSENT_REASON_FIELDS,
    ...PARAGRAPH_FIELDS,
    ...CONTROLLER_FIELDS,
  ],
  citation: seenIn('Data Protection Act 2018 Schedule 1 para 16', 'L65'),
  message: 'This record does not show a not-for-profit body that supports its own members',
  whatToDo: 'Choose another condition: this one is never open to a trust, a force or a council.',
  applies: (matter) => usesParagraph(matter, 'P2.16'),
  evaluate: (matter) => {
    const limbs = matter.assertion.substantialPublicInterest;
    return together(
      holds(
        isOneOf(matter.controller, 'VCSE_PROVIDER', 'CHARITY', 'USER_LED_GROUP'),
        'the controller is not such a body',
      ),
      holds(limbs?.supportBody, 'it gives no such support'),
      holds(limbs?.memberOrFamily, 'people other than its members and their families are concerned'),
      consentNotToBeHad(matter),
    );
  },
});
