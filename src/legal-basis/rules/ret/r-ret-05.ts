import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { NOT_KNOWN, not } from '../../record/answers/not-known.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { openMatters } from '../../record/safeguards/retention.js';
import { caution, fault, holds, type Verdict } from '../matter/verdict.js';

type OpenMatters = NonNullable<FlowRecord['retention']>['openMatters'];

/** R-RET-05: nothing is deleted while a review, an inquiry or a request is open. */
export const rRet05 = flowRule({
  id: 'R-RET-05',
  version: 3,
  kind: 'L/P',
  appliesTo: 'an open review, inquiry or freedom-of-information request',
  fields: ['retention.deletionExecuted', 'retention.openMatters', 'retention.openReviewOrRequest'],
  citation: seenIn(
    'Freedom of Information Act 2000 s77 for what was asked for (in Scotland FOISA s65); Inquiries Act 2005 s35(3) during an inquiry; Data Protection Act 2018 s173 after a request for access; otherwise platform policy',
    'L43',
    'L44',
    'L45',
    'L46',
  ),
  message: 'This record does not show that data were held while a review or request was open',
  whatToDo: 'Stop deletion until the review, the inquiry or the request is closed.',
  applies: ({ flow }) => flow.retention?.openReviewOrRequest ?? null,
  evaluate: ({ flow: { retention } }) =>
    retention?.deletionExecuted === true
      ? ofDeletion(retention.openMatters)
      : holds(not(retention?.deletionExecuted), 'data were deleted'),
});

/** What was asked for has to be kept by law; what a review alone looks at, by policy. */
function ofDeletion(open: OpenMatters): Verdict {
  const known = openMatters.filter(({ code }) => open?.includes(code));
  const laws = known.flatMap(({ law }) => law ?? []);
  if (laws.length > 0)
    return fault(`data were deleted while what was asked for had to be kept (${laws.join('; ')})`);
  return known.length > 0 && !open?.includes(NOT_KNOWN)
    ? caution('Data were deleted while a review was open: it can no longer look at them.')
    : fault('data were deleted, and nothing says what was open');
}
