import { purposes } from '../../../record/basis/purpose.js';
import { seenIn } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { chosen, fault, shown, together } from '../../matter/verdict.js';
import { holdsAny, includesAny } from '../../reading/codes.js';
import { isAboutTheLiving } from '../../reading/health.js';

/** The purposes that can be about people who have died; every other one is about what is done with somebody alive. */
const AFTER_DEATH: readonly string[] = [
  'COST_EVALUATION',
  'RESEARCH',
  'NATIONAL_REPORTING',
  'TRAINING_CASE_EXAMPLE',
  'ENFORCEMENT',
  'MULTI_AGENCY_WORKING',
  'OTHER',
];

/** R-A9-31: data-protection law does not cover the dead, and confidence does; nobody who has died is mentored. */
export const rA931 = flowRule({
  id: 'R-A9-31',
  version: 1,
  kind: 'L',
  appliesTo: 'data on people who have died',
  fields: ['confidentiality.route', 'subjectGroups', 'purposeCodes'],
  citation: seenIn('UK GDPR covers living people; the duty of confidence outlives them', 'L75'),
  message: 'This record does not show a route through the confidence that people who have died are owed',
  whatToDo: 'Choose the route, for example a right of access under the Access to Health Records Act 1990.',
  applies: ({ flow }) => includesAny(flow.subjectGroups, 'DECEASED') ?? false,
  evaluate: ({ flow }) =>
    together(
      chosen(flow.confidentiality?.route, 'none is chosen'),
      !isAboutTheLiving(flow) && holdsAny(flow.purposeCodes, isForTheLiving) === true
        ? fault('it is said to be about the dead only, and serves a purpose that is about the living')
        : shown,
    ),
});

function isForTheLiving(code: string): boolean {
  return purposes.some((purpose) => purpose.code === code) && !AFTER_DEATH.includes(code);
}
