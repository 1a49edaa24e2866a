import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { cautionUnless, holds, onlySaid, together } from '../matter/verdict.js';
import { isCode } from '../reading/codes.js';
import { anyRecipient, isPolice } from '../reading/parties.js';

/** R-CAL-02: police do not have access to the full record. */
export const rCal02 = flowRule({
  id: 'R-CAL-02',
  version: 2,
  kind: 'L/C',
  appliesTo: 'sharing with the police',
  fields: ['mechanism', 'recipientOrgIds', 'parties[].orgId', 'parties[].orgType'],
  citation: seenIn(
    'UK GDPR Article 5(1)(c) and (f); Article 8 ECHR, as I v Finland (20511/03, 2008) reads it; Caldicott principles 3 and 4',
    'L31',
    'L37',
    'L17',
  ),
  message: 'This record does not show that the police see the minimum necessary',
  whatToDo:
    'Share what one decision needs. An override needs the Guardian’s agreement and access limited by role.',
  applies: ({ flow }) => anyRecipient(flow, isPolice),
  evaluate: ({ flow }) =>
    together(
      holds(not(isCode(flow.mechanism, 'FULL_RECORD_ACCESS')), 'they have access to the full record'),
      cautionUnless(
        not(isCode(flow.mechanism, 'READ_ONLY_VIEW', 'SHARED_FOLDER')),
        'Police can look at what they like within a view or a folder. Check that it holds what one decision needs, and no more.',
      ),
      onlySaid('how the data reach the police, and that it is not by access to the full record'),
    ),
});
