import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { holds, together } from '../../matter/verdict.js';
import { CONTROLLER_FIELDS, reliesOn9 } from '../../matter/assertions.js';
import { GDPR_DAY } from '../../reading/law-days.js';
import { isOneOf } from '../../reading/parties.js';

/** R-A9-10: the not-for-profit condition is for members of such a body. */
export const rA910 = assertionRule({
  id: 'R-A9-10',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on the not-for-profit condition, Article 9(2)(d)',
  fields: [
    'assertions[].notForProfitAim',
    'assertions[].membersOnly',
    'assertions[].art9',
    'assertions[].regime',
    ...CONTROLLER_FIELDS,
  ],
  citation: seenIn('UK GDPR Article 9(2)(d)', 'L64'),
  message: 'This record does not show a not-for-profit body that shares about its own members only',
  whatToDo: 'Choose another condition: this one is never open to the NHS or the police.',
  applies: (matter) => reliesOn9(matter, '9_2_d'),
  evaluate: ({ assertion, controller }) =>
    together(
      holds(
        isOneOf(controller, 'VCSE_PROVIDER', 'CHARITY', 'USER_LED_GROUP'),
        'the controller is not such a body',
      ),
      holds(assertion.notForProfitAim, 'it has no political, philosophical, religious or trade-union aim'),
      holds(assertion.membersOnly, 'people other than its members are concerned'),
    ),
});
