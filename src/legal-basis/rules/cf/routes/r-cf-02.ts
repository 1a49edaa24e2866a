import { seenIn } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { anyOf } from '../../../record/answers/not-known.js';
import { holds, notKnown, together } from '../../matter/verdict.js';
import { hasRoute } from '../../reading/confidentiality.js';
import { worksForTheController } from '../../reading/processors.js';
import { givesCare, nameOf, partyOf, recipientIds } from '../../reading/parties.js';

/** R-CF-02: implied consent reaches the direct care team and nobody else. */
export const rCf02 = flowRule({
  id: 'R-CF-02',
  version: 2,
  kind: 'L/C',
  appliesTo: 'reliance on implied consent for direct care',
  fields: [
    'confidentiality.route',
    'recipientOrgIds',
    'parties[].orgId',
    'parties[].orgType',
    'parties[].providesCare',
    'parties[].role',
    'parties[].usesForOwnPurposes',
    'controllership.agreements[].type',
    'controllership.agreements[].signedByOrgIds',
    'parties[].name',
  ],
  citation: seenIn(
    'Guidance on the common-law duty of confidentiality; General Medical Council, Confidentiality, paras 27 and 30',
    'L11',
    'L52',
  ),
  message: 'This record does not show that every recipient belongs to the direct care team',
  whatToDo:
    'Implied consent does not reach police officers, commissioners or suppliers. Find another route, or do not share.',
  applies: ({ flow }) => hasRoute(flow, 'IMPLIED_CONSENT_DIRECT_CARE'),
  evaluate: ({ flow }) => {
    const ids = recipientIds(flow);
    if (ids.length === 0) return notKnown('the recipients');
    return together(
      ...ids.map((id) =>
        holds(
          anyOf(givesCare(partyOf(flow, id)), worksForTheController(flow, id)),
          `${nameOf(flow, id)} does not`,
        ),
      ),
    );
  },
});
