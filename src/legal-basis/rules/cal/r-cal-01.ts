import { caldicottPrinciples } from '../../record/safeguards/caldicott.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { notKnown, shown, stated, together } from '../matter/verdict.js';

/** R-CAL-01: each Caldicott principle that was in force when the flow began is answered. */
export const rCal01 = flowRule({
  id: 'R-CAL-01',
  version: 2,
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
  ],
  citation: seenIn('The eight Caldicott principles (the eighth from 8 December 2020)', 'L17'),
  message: 'This record does not show how each Caldicott principle is met',
  whatToDo: 'Answer each principle in a sentence for this flow.',
  applies: () => true,
  evaluate: ({ flow, from }) =>
    together(
      ...caldicottPrinciples.map((principle) => {
        const answer = stated(
          flow.caldicott?.[principle.code],
          `nothing is said of principle ${principle.label}`,
        );
        if (principle.from === null || (from !== null && from >= principle.from)) return answer;
        return from === null && answer.found !== 'STATED'
          ? notKnown('the day on which the flow began')
          : shown;
      }),
    ),
});
