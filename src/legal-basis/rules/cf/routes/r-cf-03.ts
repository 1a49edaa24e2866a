import { statementState, allOf, not } from '../../../record/answers/not-known.js';
import { beingChecked } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { caution, notKnown, onlySaid } from '../../matter/verdict.js';
import { hasRoute } from '../../reading/confidentiality.js';
import { anyRecipient, givesCare } from '../../reading/parties.js';

/** R-CF-03: implied consent rests on what the person would expect. */
export const rCf03 = flowRule({
  id: 'R-CF-03',
  version: 2,
  kind: 'C',
  appliesTo: 'implied consent for sharing within the care team',
  fields: [
    'confidentiality.expectationEvidence',
    'confidentiality.route',
    'recipientOrgIds',
    'parties[].orgId',
    'parties[].orgType',
    'parties[].providesCare',
  ],
  citation: beingChecked('Caldicott principle 8'),
  message: 'This record does not show that the person would expect this sharing',
  whatToDo:
    'Say how the person knows, for example from a leaflet, a conversation or a plan written together.',
  applies: ({ flow }) =>
    allOf(
      hasRoute(flow, 'IMPLIED_CONSENT_DIRECT_CARE'),
      not(anyRecipient(flow, (party) => not(givesCare(party)))),
    ),
  evaluate: ({ flow }) => {
    const state = statementState(flow.confidentiality?.expectationEvidence);
    if (state === 'NOT_KNOWN') return notKnown('what the person would expect');
    return state === 'STATED'
      ? onlySaid('why the person would expect this sharing')
      : caution('Nothing shows that the person would expect this sharing.');
  },
});
