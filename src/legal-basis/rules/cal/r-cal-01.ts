import { caldicottPrinciples } from '../../record/safeguards/caldicott.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { stated, together } from '../matter/verdict.js';

/** R-CAL-01: each Caldicott principle that was in force while the flow ran is answered. */
export const rCal01 = flowRule({
  id: 'R-CAL-01',
  version: 3,
  kind: 'C',
  appliesTo: 'any flow of data on people',
  fields: [
    'caldicott.p1',
    'caldicott.p2',
    'caldicott.p3',
    'caldicott.p4',
    'caldicott.p5',
    'caldicott.p6',
    'caldicott.p7',
    'caldicott.p8',
    'startDate',
    'endDate',
  ],
  citation: seenIn(
    'The eight Caldicott principles (the seventh from 26 April 2013, the eighth from 8 December 2020)',
    'L17',
    'L48',
  ),
  message: 'This record does not show how each Caldicott principle is met',
  whatToDo: 'Answer each principle in a sentence for this flow.',
  applies: () => true,
  evaluate: ({ flow, to }) =>
    together(
      ...caldicottPrinciples
        .filter(({ from }) => from === null || to >= from)
        .map(({ code, label }) => stated(flow.caldicott?.[code], `nothing is said of principle ${label}`)),
    ),
});
