import { known, NOT_KNOWN } from '../../record/answers/not-known.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { chosen, chosenList, fault, notKnown, shown, together } from '../matter/verdict.js';
import { nameOf, partyIds, partyOf } from '../reading/parties.js';

/** R-GEN-01: who sends, who receives, and what kind of body each is. */
export const rGen01 = flowRule({
  id: 'R-GEN-01',
  version: 1,
  kind: 'L',
  countsToo: true,
  appliesTo: 'any flow of data',
  fields: ['senderOrgId', 'recipientOrgIds', 'parties[].orgId', 'parties[].orgType', 'parties[].name'],
  citation: beingChecked('UK GDPR Articles 5(2) and 24'),
  message: 'This record does not show who sends the data, who receives them and what kind of body each is',
  whatToDo: 'Name the sender and every recipient, and choose the kind of body each of them is.',
  applies: () => true,
  evaluate: ({ flow }) =>
    together(
      chosen(flow.senderOrgId, 'no sender is named'),
      chosenList(flow.recipientOrgIds, 'no recipient is named'),
      ...partyIds(flow).map((id) => {
        const type = partyOf(flow, id)?.orgType;
        if (type === NOT_KNOWN) return notKnown(`the kind of body ${nameOf(flow, id)} is`);
        return known(type) === null
          ? fault(`the kind of body ${nameOf(flow, id)} is has not been chosen`)
          : shown;
      }),
    ),
});
