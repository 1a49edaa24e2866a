import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { not } from '../../../record/answers/not-known.js';
import type { FlowRecord } from '../../../record/flow-record.js';
import { cautionUnless, holds, together, type Verdict } from '../../matter/verdict.js';
import { purposesOf, reliesOn9 } from '../../matter/assertions.js';
import { includesAny } from '../../reading/codes.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-08: health or social care does not stretch to enforcement, and hardly to reducing demand. */
export const rA908 = assertionRule({
  id: 'R-A9-08',
  version: 4,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on health or social care, Article 9(2)(h)',
  fields: ['purposeCodes', 'assertions[].purposeCodes', 'assertions[].art9', 'assertions[].regime'],
  citation: seenIn('Data Protection Act 2018 Schedule 1 para 2(2)', 'L2'),
  message: 'This record does not show a purpose that is health or social care',
  whatToDo: 'Separate the purposes, and find another condition for the one that is not care.',
  applies: (matter) => reliesOn9(matter, '9_2_h'),
  evaluate: (matter) => together(...purposesOf(matter).map(areCare)),
});

function areCare(purposes: FlowRecord['purposeCodes']): Verdict {
  return together(
    holds(
      not(includesAny(purposes, 'ENFORCEMENT', 'CRIME_PREVENTION')),
      'enforcement and preventing crime are not health or social care',
    ),
    cautionUnless(
      not(includesAny(purposes, 'DEMAND_REDUCTION', 'COST_EVALUATION')),
      'Reducing demand and evaluating cost are health or social care only if they are the management of care systems.',
    ),
    cautionUnless(
      not(includesAny(purposes, 'MENTORING', 'VENDOR_PORTAL', 'TRAINING_CASE_EXAMPLE')),
      'Mentoring, a supplier’s portal and examples for training are health or social care only if a health or social care service gives them as care.',
    ),
    cautionUnless(
      not(includesAny(purposes, 'OTHER', 'MULTI_AGENCY_WORKING')),
      '“Other” and “multi-agency working” do not say that the purpose is health or social care.',
    ),
  );
}
