import { statementState } from '../../record/answers/not-known.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { cautionUnless, onlySaid } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-DPIA-05: the people concerned were asked for their views. */
export const rDpia05 = flowRule({
  id: 'R-DPIA-05',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a data protection impact assessment',
  fields: ['dpia.viewsSought', 'dpia.viewsNotSoughtReason', 'dpia.exists'],
  citation: beingChecked('UK GDPR Article 35(9)'),
  message: 'This record does not show that the views of the people concerned were sought',
  whatToDo: 'Ask the people concerned or those who speak for them, or say why not.',
  applies: ({ flow }) => flow.dpia?.exists ?? null,
  evaluate: ({ flow: { dpia } }) =>
    dpia?.viewsSought !== true && statementState(dpia?.viewsNotSoughtReason) === 'STATED'
      ? onlySaid('why the views of the people concerned were not sought')
      : cautionUnless(
          dpia?.viewsSought,
          'The views of the people concerned were not sought, and no reason is given.',
        ),
});
