import { statementState } from '../../record/answers/not-known.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { DPIA_DOCUMENT_FIELDS, ofDpia } from '../matter/documents/linked.js';
import { cautionUnless, holds, onlySaid, shown, together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-DPIA-04: the data protection officer advised, and was followed or answered. */
export const rDpia04 = flowRule({
  id: 'R-DPIA-04',
  version: 4,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a data protection impact assessment',
  fields: [
    'dpia.dpoAdvice',
    'dpia.dpoAdviceFollowed',
    'dpia.dpoAdviceNotFollowedReason',
    'dpia.exists',
    ...DPIA_DOCUMENT_FIELDS,
  ],
  citation: beingChecked('UK GDPR Articles 35(2) and 39; Data Protection Act 2018 s71 for law enforcement'),
  message: 'This record does not show the advice of the data protection officer',
  whatToDo: 'Ask for the advice and record it. Where it is not followed, say why.',
  applies: ({ flow }) => flow.dpia?.exists ?? null,
  evaluate: (matter) => {
    const { dpia } = matter.flow;
    const explained = statementState(dpia?.dpoAdviceNotFollowedReason) === 'STATED';
    const advised = together(
      holds(dpia?.dpoAdvice, 'none was given'),
      dpia?.dpoAdvice === true
        ? explained && dpia.dpoAdviceFollowed !== true
          ? onlySaid('why the advice of the data protection officer was not followed')
          : cautionUnless(
              dpia.dpoAdviceFollowed,
              'The advice of the data protection officer was not followed, and no reason is given.',
            )
        : shown,
    );
    return ofDpia(matter, advised, 'that the data protection officer advised');
  },
});
