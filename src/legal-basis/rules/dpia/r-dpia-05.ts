import { allOf, statementState } from '../../record/answers/not-known.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { isLawEnforcementAlone, LAW_ENFORCEMENT_FIELDS } from '../matter/law/law-enforcement.js';
import { DPIA_DOCUMENT_FIELDS, ofDpia } from '../matter/documents/linked.js';
import type { Matter } from '../matter/matter.js';
import { cautionUnless, onlySaid, type Verdict } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-DPIA-05: the people concerned were asked for their views. */
export const rDpia05 = flowRule({
  id: 'R-DPIA-05',
  version: 4,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a data protection impact assessment under the UK GDPR',
  fields: [
    'dpia.viewsSought',
    'dpia.viewsNotSoughtReason',
    'dpia.exists',
    ...DPIA_DOCUMENT_FIELDS,
    ...LAW_ENFORCEMENT_FIELDS,
  ],
  citation: beingChecked('UK GDPR Article 35(9), which Part 3 of the Data Protection Act 2018 does not have'),
  message: 'This record does not show that the views of the people concerned were sought',
  whatToDo: 'Ask the people concerned or those who speak for them, or say why not.',
  applies: (matter) => allOf(matter.flow.dpia?.exists ?? null, !isLawEnforcementAlone(matter)),
  evaluate: (matter) =>
    ofDpia(matter, sought(matter.flow), 'that the views of the people concerned were sought'),
});

function sought({ dpia }: Matter['flow']): Verdict {
  return dpia?.viewsSought !== true && statementState(dpia?.viewsNotSoughtReason) === 'STATED'
    ? onlySaid('why the views of the people concerned were not sought')
    : cautionUnless(
        dpia?.viewsSought,
        'The views of the people concerned were not sought, and no reason is given.',
      );
}
