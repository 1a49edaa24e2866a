import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { chosen } from '../matter/verdict.js';
import { leavesCare, LEAVING_FIELDS } from '../reading/confidentiality.js';

/** R-CF-01: what leaves a care provider in confidence leaves by a route through that confidence. */
export const rCf01 = flowRule({
  id: 'R-CF-01',
  version: 4,
  kind: 'L',
  appliesTo: 'confidential patient information that leaves a care provider',
  fields: ['confidentiality.route', ...LEAVING_FIELDS],
  citation: beingChecked('Common-law duty of confidentiality'),
  message: 'This record does not show how the sharing satisfies the duty of confidentiality',
  positive: 'This record names a route through the duty of confidentiality',
  whatToDo:
    'Choose the route. Satisfying data-protection law does not satisfy confidentiality, nor the other way round.',
  applies: ({ flow }) => leavesCare(flow),
  evaluate: ({ flow }) => chosen(flow.confidentiality?.route, 'no route is chosen'),
});
