import { known, not } from '../../record/answers/not-known.js';
import type { SignOff } from '../../record/safeguards/sign-off.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { bestOf, caution, fault, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { anyRecipient, givesCare } from '../reading/parties.js';
import { signOffsOf } from '../reading/sign-offs.js';

/** R-CAL-03: a Caldicott Guardian decides before data go to a recipient outside care. */
export const rCal03 = flowRule({
  id: 'R-CAL-03',
  version: 1,
  kind: 'C/P',
  appliesTo: 'sharing with a recipient outside the care team',
  fields: [
    'signoffs[].decision',
    'signoffs[].decidedOn',
    'signoffs[].role',
    'recipientOrgIds',
    'parties[].orgId',
    'parties[].orgType',
    'parties[].providesCare',
    'startDate',
  ],
  settledBy: ['CALDICOTT_GUARDIAN'],
  citation: beingChecked(
    'Platform policy; the National Data Guardian’s guidance on Caldicott Guardians of 2021',
  ),
  message: 'This record does not show a Caldicott Guardian’s decision before the flow began',
  whatToDo: 'Ask the Guardian, and record the decision with its date, its conditions and any dissent.',
  applies: ({ flow }) => anyRecipient(flow, (party) => not(givesCare(party))),
  evaluate: ({ flow, from }) => {
    const [first, ...others] = signOffsOf(flow, 'CALDICOTT_GUARDIAN').map((signOff) => inTime(signOff, from));
    if (first === undefined) return fault('there is none');
    return together(bestOf(first, ...others), refusedByAny(flow));
  },
});

function inTime({ decision, decidedOn }: SignOff, from: string | null): Verdict {
  if (decision === 'NOT_ASKED') return fault('the Guardian was not asked');
  if (known(decision) === null) return notKnown('the decision');
  if (!decidedOn) return notKnown('the day of the decision');
  if (from === null) return notKnown('the day on which the flow began');
  return decidedOn <= from
    ? shown
    : fault(`the decision is dated ${decidedOn}, after the flow began on ${from}`);
}

function refusedByAny(flow: Matter['flow']): Verdict {
  return signOffsOf(flow, 'CALDICOTT_GUARDIAN').some(({ decision }) => decision === 'REFUSED')
    ? caution('A Caldicott Guardian refused this flow.')
    : shown;
}
