import { allOf } from '../../record/answers/not-known.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { holds, notKnown, shown, together } from '../matter/verdict.js';
import { VICTIM_REQUEST_DAY } from '../reading/law-days.js';
import { anyRecipient, isInEnglandOrWales, isPolice } from '../reading/parties.js';

/** R-GEN-10: police who ask about a victim of crime show the need for it, and counselling has a higher bar. */
export const rGen10 = flowRule({
  id: 'R-GEN-10',
  version: 1,
  kind: 'L',
  inForceFrom: VICTIM_REQUEST_DAY,
  appliesTo: 'a request of the police about a victim of crime, in England or Wales from 12 January 2026',
  fields: [
    'victimRequest.lineOfEnquiry',
    'victimRequest.necessary',
    'victimRequest.personTold',
    'victimRequest.counselling',
    'victimRequest.valueAsProof',
    'victimRequest.asked',
    'senderOrgId',
    'recipientOrgIds',
    'parties[].orgId',
    'parties[].orgType',
    'parties[].nation',
  ],
  citation: seenIn('Police, Crime, Sentencing and Courts Act 2022 ss44A to 44D', 'L50'),
  message: 'This record does not show a request about a victim that the law allows the police to make',
  whatToDo:
    'Ask the police to state the line of enquiry, the need, and that the person was told. The law binds those who ask: it requires nobody to answer, and lifts no confidence.',
  applies: ({ flow }) =>
    allOf(isInEnglandOrWales(flow), anyRecipient(flow, isPolice), flow.victimRequest?.asked ?? null),
  evaluate: ({ flow: { victimRequest } }) =>
    together(
      holds(victimRequest?.lineOfEnquiry, 'no reasonable line of enquiry is stated'),
      holds(victimRequest?.necessary, 'why it is necessary and proportionate is not stated'),
      holds(victimRequest?.personTold, 'the person was not told, and no reason is given'),
      ofCounselling(victimRequest),
    ),
});

function ofCounselling(request: Matter['flow']['victimRequest']) {
  const { counselling, valueAsProof } = request ?? {};
  if (counselling === false) return shown;
  return counselling === true
    ? holds(
        valueAsProof,
        'why the record of a counselling service would have substantial value as proof is not stated',
      )
    : notKnown('whether a counselling service holds it');
}
