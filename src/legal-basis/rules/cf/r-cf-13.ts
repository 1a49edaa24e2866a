import { flowRule } from '../engine/flow-rule.js';
import { seenIn } from '../engine/citation.js';
import { caution, fault, notKnown, onlySaid } from '../matter/verdict.js';
import { allOf } from '../../record/answers/not-known.js';
import {
  carriesPatientInformation,
  hasRoute,
  LEAVING_FIELDS,
  nobodyDecides,
  NOBODY_DECIDES_FIELDS,
} from '../reading/confidentiality.js';
import { anyRecipient, isPolice } from '../reading/parties.js';

/** R-CF-13: whatever the route is called, health data do not go to police under an arrangement without a decision. */
export const rCf13 = flowRule({
  id: 'R-CF-13',
  version: 3,
  kind: 'L/C',
  appliesTo:
    'health data that police receive under a standing arrangement or look at when they like, by any route',
  fields: [
    'confidentiality.perCaseDecisionLog',
    ...NOBODY_DECIDES_FIELDS,
    ...LEAVING_FIELDS,
    'confidentiality.route',
    'recipientOrgIds',
  ],
  citation: seenIn('Guidance on sharing information with the police: case by case', 'L13'),
  message: 'This record does not show a decision for each person whose health data police receive',
  whatToDo:
    'Decide for each person, when the need arises, and log who decided and why. A standing arrangement decides for nobody.',
  applies: ({ flow }) =>
    allOf(nobodyDecides(flow), carriesPatientInformation(flow), anyRecipient(flow, isPolice)),
  evaluate: ({ flow }) => {
    const logged = flow.confidentiality?.perCaseDecisionLog;
    if (hasRoute(flow, 'EXPLICIT_CONSENT') === true) return onlySaid('that each person agreed to it');
    if (logged === true)
      return caution(
        'Police receive health data under a standing arrangement or an open view, and a log says that somebody decides each time. Check that somebody does.',
      );
    return logged === false
      ? fault('no decision is logged')
      : notKnown('whether each disclosure is decided and logged');
  },
});
