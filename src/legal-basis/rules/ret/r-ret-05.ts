import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { holds } from '../matter/verdict.js';

/** R-RET-05: nothing is deleted while a review, an inquiry or a request is open. */
export const rRet05 = flowRule({
  id: 'R-RET-05',
  version: 2,
  kind: 'L/P',
  appliesTo: 'an open review, inquiry or freedom-of-information request',
  fields: ['retention.deletionExecuted', 'retention.openReviewOrRequest'],
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
  evaluate: ({ flow }) => holds(not(flow.retention?.deletionExecuted), 'data were deleted'),
});
