import { beingChecked } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { not } from '../../../record/answers/not-known.js';
import { fault, holds, notKnown, shown, stated, together } from '../../matter/verdict.js';
import { enforcementOf } from '../../../record/basis/purpose.js';
import { holdsAny, isCode } from '../../reading/codes.js';
import type { FlowRecord } from '../../../record/flow-record.js';
import { hasRoute } from '../../reading/confidentiality.js';
import { isInEnglandOrWales } from '../../reading/parties.js';

/** R-CF-07: section 251 support is in force, is for a medical purpose and does not manage one person's case. */
export const rCf07 = flowRule({
  id: 'R-CF-07',
  version: 4,
  kind: 'L',
  appliesTo: 'reliance on section 251 support',
  fields: [
    'confidentiality.cagRef',
    'confidentiality.cagExpiry',
    'confidentiality.medicalPurpose',
    'stage',
    'confidentiality.route',
    'senderOrgId',
    'parties[].orgId',
    'parties[].nation',
    'parties[].orgType',
    'purposeCodes',
    'startDate',
    'endDate',
  ],
  citation: beingChecked(
    'National Health Service Act 2006 s251(6); Control of Patient Information Regulations 2002',
  ),
  message: 'This record does not show section 251 support that covers this sharing',
  whatToDo: 'Give the reference and its last day. Support cannot be used to decide about one person’s care.',
  applies: ({ flow }) => hasRoute(flow, 'S251'),
  evaluate: ({ flow, to }) => {
    const { cagRef, cagExpiry, medicalPurpose } = flow.confidentiality ?? {};
    return together(
      holds(isInEnglandOrWales(flow), 'section 251 does not reach Scotland or Northern Ireland'),
      stated(cagRef, 'no reference is given'),
      cagExpiry
        ? holds(cagExpiry >= to, `support ended on ${cagExpiry}`)
        : notKnown('the last day of support'),
      holds(medicalPurpose, 'the purpose is not a medical purpose'),
      isForEnforcement(flow) ? fault('law enforcement is no medical purpose') : shown,
      holds(
        not(isCode(flow.stage, 'CASE_MANAGEMENT', 'PLAN_DISSEMINATION')),
        'it is used to manage individual cases',
      ),
    );
  },
});

/** Whether a purpose is law enforcement, which no care, research or management of services is (s251(12)). */
function isForEnforcement(flow: FlowRecord): boolean {
  return holdsAny(flow.purposeCodes, (code) => enforcementOf(code) === 'YES') === true;
}
