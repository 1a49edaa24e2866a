import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { holds, together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-DPIA-03: an impact assessment has its four parts. */
export const rDpia03 = flowRule({
  id: 'R-DPIA-03',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a data protection impact assessment',
  fields: [
    'dpia.description',
    'dpia.necessityAndProportionality',
    'dpia.risks',
    'dpia.measures',
    'dpia.exists',
  ],
  citation: beingChecked('UK GDPR Article 35(7)'),
  message: 'This record does not show an impact assessment with all of its parts',
  whatToDo:
    'Add the part that is missing: description, necessity and proportionality, risks to people, measures.',
  applies: ({ flow }) => flow.dpia?.exists ?? null,
  evaluate: ({ flow: { dpia } }) =>
    together(
      holds(dpia?.description, 'the description is missing'),
      holds(dpia?.necessityAndProportionality, 'necessity and proportionality are missing'),
      holds(dpia?.risks, 'the risks to people are missing'),
      holds(dpia?.measures, 'the measures are missing'),
    ),
});
