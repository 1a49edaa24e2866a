import { flowRule } from '../engine/flow-rule.js';
import { positionOf2023 } from '../engine/citation.js';
import { cautionUnless } from '../matter/verdict.js';
import { allOf, not } from '../../record/answers/not-known.js';
import { POLICE_SEE_FIELDS, policeSeeNotes } from '../matter/patterns.js';
import { carriesPatientInformation } from '../reading/confidentiality.js';
import { anyRecipient, seemsPolice } from '../reading/parties.js';

/** R-PAT-01: police do not see the notes of a caseload whenever they like. */
export const rPat01 = flowRule({
  id: 'R-PAT-01',
  version: 3,
  kind: 'P',
  countsToo: true,
  appliesTo: 'health data that police receive',
  fields: [...POLICE_SEE_FIELDS],
  citation: positionOf2023(),
  message: 'This record does not show that police are kept from the notes of a whole caseload',
  positive: 'This record names no way in which police see the notes of a caseload whenever they like',
  whatToDo: 'End the standing view, and let a clinician decide each time what one situation needs.',
  applies: ({ flow }) => allOf(anyRecipient(flow, seemsPolice), carriesPatientInformation(flow)),
  evaluate: ({ flow }) =>
    cautionUnless(
      not(policeSeeNotes(flow)),
      'Police can see the notes of a caseload continuously. That is a practice that the position of 10 March 2023 ends, whatever basis in law is given for it.',
    ),
});
