import { flowRule } from '../engine/flow-rule.js';
import { positionOf2023 } from '../engine/citation.js';
import { cautionUnless } from '../matter/verdict.js';
import { not } from '../../record/answers/not-known.js';
import { choosesWhomToTreat, policeDataReachCare, POLICE_DATA_FIELDS } from '../matter/patterns.js';

/** R-PAT-02: what police hold does not decide whom to treat, or how. */
export const rPat02 = flowRule({
  id: 'R-PAT-02',
  version: 2,
  kind: 'P',
  countsToo: true,
  appliesTo: 'police data that reach people who treat',
  fields: [...POLICE_DATA_FIELDS],
  citation: positionOf2023(),
  message: 'This record does not show that police data stay out of decisions about whom to treat and how',
  positive: 'This record names no use of police data to choose whom to treat, or how',
  whatToDo: 'Let clinical need decide, as NICE guidance does, and leave police records out of it.',
  applies: ({ flow }) => policeDataReachCare(flow),
  evaluate: ({ flow }) =>
    cautionUnless(
      not(choosesWhomToTreat(flow)),
      'Police data feed decisions about whom to treat or how. That is a practice that the position of 10 March 2023 ends.',
    ),
});
