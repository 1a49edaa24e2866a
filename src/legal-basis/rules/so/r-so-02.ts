import { signOffDecisions } from '../../record/safeguards/sign-off.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { holds, together } from '../matter/verdict.js';
import { isCode } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { hasSignOff, signOffsOf } from '../reading/sign-offs.js';

const DECIDES: readonly string[] = signOffDecisions.filter(({ decides }) => decides).map(({ code }) => code);

/** R-SO-02: a data protection officer advises and does not decide. */
export const rSo02 = flowRule({
  id: 'R-SO-02',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a sign-off by a data protection officer',
  fields: ['signoffs[].decision', 'signoffs[].role'],
  settledBy: ['DPO'],
  citation: beingChecked('UK GDPR Article 38(6)'),
  message:
    'This record does not show a data protection officer who advises and leaves the decision to others',
  whatToDo: 'Record the advice as advice, and who decided.',
  applies: ({ flow }) => hasSignOff(flow, 'DPO'),
  evaluate: ({ flow }) =>
    together(
      ...signOffsOf(flow, 'DPO').map(({ decision }) =>
        holds(not(isCode(decision, ...DECIDES)), 'the officer is recorded as deciding'),
      ),
    ),
});
