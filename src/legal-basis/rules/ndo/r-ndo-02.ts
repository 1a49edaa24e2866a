import { platformPolicy } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { holds } from '../matter/verdict.js';
import { isCode } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { anyRecipient, isPolice } from '../reading/parties.js';

/** R-NDO-02: “direct care” and a police recipient contradict each other. */
export const rNdo02 = flowRule({
  id: 'R-NDO-02',
  version: 1,
  kind: 'P',
  inForceFrom: GDPR_DAY,
  appliesTo: 'sharing with the police',
  fields: ['rights.optOutPosition', 'recipientOrgIds', 'parties[].orgId', 'parties[].orgType'],
  citation: platformPolicy(),
  message: 'This record does not show a position on the opt-out that fits a police recipient',
  whatToDo: 'Correct one or the other: sharing with the police is not direct care.',
  applies: ({ flow }) => anyRecipient(flow, isPolice),
  evaluate: ({ flow }) =>
    holds(
      not(isCode(flow.rights?.optOutPosition, 'NOT_APPLICABLE_DIRECT_CARE')),
      'it says “not applicable: direct care” and names the police as recipient',
    ),
});
