import { flowRule } from '../engine/flow-rule.js';
import { positionOf2023 } from '../engine/citation.js';
import { cautionUnless } from '../matter/verdict.js';
import { not } from '../../record/answers/not-known.js';
import { passesOnPlan, PLAN_FIELDS } from '../matter/patterns.js';

/** R-PAT-03: no plan tells services not to respond. */
export const rPat03 = flowRule({
  id: 'R-PAT-03',
  version: 2,
  kind: 'P',
  countsToo: true,
  appliesTo: 'a plan or a marker that is passed on',
  fields: ['dpia.serviceDenialEffect', ...PLAN_FIELDS],
  citation: positionOf2023(),
  message: 'This record does not show that the plan leaves every service free to respond',
  positive: 'This record says that the plan leads to no service being refused',
  whatToDo: 'Take out of the plan whatever tells a service to withhold, delay, shorten or refuse a response.',
  applies: ({ flow }) => passesOnPlan(flow),
  evaluate: ({ flow }) =>
    cautionUnless(
      not(flow.dpia?.serviceDenialEffect),
      'The plan can lead to a service being refused. That is a practice that the position of 10 March 2023 ends.',
    ),
});
