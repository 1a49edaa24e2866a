import { statementState } from '../../record/answers/not-known.js';
import { platformPolicy } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { fault, notKnown, shown } from '../matter/verdict.js';
import { signOffsOf } from '../reading/sign-offs.js';

/** R-SO-01: the submitter, the Guardian and the executive approver are three people. */
export const rSo01 = flowRule({
  id: 'R-SO-01',
  version: 1,
  kind: 'P',
  appliesTo: 'a submitted flow',
  fields: ['signoffs[].userId', 'signoffs[].role', 'submittedByUserId'],
  settledBy: ['CALDICOTT_GUARDIAN', 'EXEC_APPROVER'],
  citation: platformPolicy(),
  message: 'This record does not show three different people as submitter, Guardian and executive approver',
  whatToDo: 'Ask somebody else to sign.',
  applies: ({ flow }) => {
    const state = statementState(flow.submittedByUserId);
    return state === 'NOT_KNOWN' ? null : state === 'STATED';
  },
  evaluate: ({ flow }) => {
    if (!flow.signoffs) return notKnown('who signed');
    const guardians = signOffsOf(flow, 'CALDICOTT_GUARDIAN').map(({ userId }) => userId);
    const executives = signOffsOf(flow, 'EXEC_APPROVER').map(({ userId }) => userId);
    if (guardians.length === 0) return fault('no Guardian signed');
    if (executives.length === 0) return fault('no executive signed');
    const signed = [...guardians, ...executives];
    const doubled =
      signed.includes(flow.submittedByUserId) ||
      guardians.some((userId) => Boolean(userId) && executives.includes(userId));
    if (doubled) return fault('one person has two of the parts');
    return signed.some((userId) => statementState(userId) !== 'STATED') ? notKnown('who signed') : shown;
  },
});
