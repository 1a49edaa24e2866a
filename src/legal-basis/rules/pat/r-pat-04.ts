import { flowRule } from '../engine/flow-rule.js';
import { positionOf2023 } from '../engine/citation.js';
import { cautionUnless } from '../matter/verdict.js';
import { not } from '../../record/answers/not-known.js';
import { MENTORING_FIELDS, policeManageCases } from '../matter/patterns.js';
import { anyRecipient, seemsPolice } from '../reading/parties.js';

/** R-PAT-04: police do not mentor patients or manage their cases. */
export const rPat04 = flowRule({
  id: 'R-PAT-04',
  version: 2,
  kind: 'P',
  countsToo: true,
  appliesTo: 'data that police receive',
  fields: [...MENTORING_FIELDS],
  citation: positionOf2023(),
  message: 'This record does not show that police take no part in mentoring or case management',
  positive: 'This record names no mentoring and no case management by police',
  whatToDo: 'Let health and care staff do this work, without police.',
  applies: ({ flow }) => anyRecipient(flow, seemsPolice),
  evaluate: ({ flow }) =>
    cautionUnless(
      not(policeManageCases(flow)),
      'Data go to a police force for mentoring or case management. That is a practice that the position of 10 March 2023 ends.',
    ),
});
