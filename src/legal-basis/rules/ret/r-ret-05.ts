import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { holds } from '../matter/verdict.js';

/** R-RET-05: nothing is deleted while a review, an inquiry or a request is open. */
export const rRet05 = flowRule({
  id: 'R-RET-05',
  version: 1,
  kind: 'L',
  appliesTo: 'an open review, inquiry or freedom-of-information request',
  fields: ['retention.deletionExecuted', 'retention.openReviewOrRequest'],
  citation: beingChecked('Freedom of Information Act 2000 s77'),
  message: 'This record does not show that data were held while a review or request was open',
  whatToDo: 'Stop deletion until the review, the inquiry or the request is closed.',
  applies: ({ flow }) => flow.retention?.openReviewOrRequest ?? null,
  evaluate: ({ flow }) => holds(not(flow.retention?.deletionExecuted), 'data were deleted'),
});
