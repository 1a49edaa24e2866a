import { statementState, not } from '../../record/answers/not-known.js';
import type { SignOff } from '../../record/safeguards/sign-off.js';
import { platformPolicy } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { cautionUnless, fault, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { includesAny } from '../reading/codes.js';
import { hasSignOff, signOffsOf } from '../reading/sign-offs.js';

/** R-CAL-04: the Guardian does not decide on what the Guardian submitted or leads. */
export const rCal04 = flowRule({
  id: 'R-CAL-04',
  version: 1,
  kind: 'P',
  appliesTo: 'a sign-off by a Caldicott Guardian',
  fields: ['signoffs[].userId', 'signoffs[].schemeParts', 'signoffs[].role', 'submittedByUserId'],
  settledBy: ['CALDICOTT_GUARDIAN'],
  citation: platformPolicy(),
  message: 'This record does not show a Caldicott Guardian who is independent of the scheme',
  whatToDo: 'Ask another Guardian or a deputy who neither submitted the flow nor leads the scheme.',
  applies: ({ flow }) => hasSignOff(flow, 'CALDICOTT_GUARDIAN'),
  evaluate: ({ flow }) =>
    together(...signOffsOf(flow, 'CALDICOTT_GUARDIAN').map((signOff) => independent(flow, signOff))),
});

function independent(flow: Matter['flow'], { userId, schemeParts }: SignOff): Verdict {
  const people = [userId, flow.submittedByUserId];
  if (people.some((person) => statementState(person) !== 'STATED'))
    return notKnown('who submitted and who signed');
  return together(
    userId === flow.submittedByUserId ? fault('the Guardian also submitted the flow') : shown,
    cautionUnless(
      not(includesAny(schemeParts, 'SCHEME_CLINICAL_LEAD', 'EXEC_SPONSOR')),
      'The Guardian is the clinical lead or the executive sponsor of the scheme.',
    ),
  );
}
