import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { isLawEnforcementAlone, LAW_ENFORCEMENT_FIELDS } from '../matter/law/law-enforcement.js';
import { DPIA_DOCUMENT_FIELDS, ofDpia } from '../matter/documents/linked.js';
import { holds, shown, together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-DPIA-03: an impact assessment has its four parts. */
export const rDpia03 = flowRule({
  id: 'R-DPIA-03',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a data protection impact assessment',
  fields: [
    'dpia.description',
    'dpia.necessityAndProportionality',
    'dpia.risks',
    'dpia.measures',
    'dpia.exists',
    ...DPIA_DOCUMENT_FIELDS,
    ...LAW_ENFORCEMENT_FIELDS,
  ],
  citation: beingChecked('UK GDPR Article 35(7); Data Protection Act 2018 s64(3) for law enforcement'),
  message: 'This record does not show an impact assessment with all of its parts',
  whatToDo:
    'Add the part that is missing: description, necessity and proportionality, risks to people, measures.',
  applies: ({ flow }) => flow.dpia?.exists ?? null,
  evaluate: (matter) => {
    const { dpia } = matter.flow;
    const parts = together(
      holds(dpia?.description, 'the description is missing'),
      isLawEnforcementAlone(matter)
        ? shown
        : holds(dpia?.necessityAndProportionality, 'necessity and proportionality are missing'),
      holds(dpia?.risks, 'the risks to people are missing'),
      holds(dpia?.measures, 'the measures are missing'),
    );
    return ofDpia(matter, parts, 'that the assessment has all of its parts');
  },
});
