import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { allOf } from '../../record/answers/not-known.js';
import { holds, stated } from '../matter/verdict.js';
import { holdsAny, isCode } from '../reading/codes.js';
import { hasRoute } from '../reading/confidentiality.js';
import { OPT_OUT_DAY } from '../reading/law-days.js';
import { nationOfSender } from '../reading/parties.js';

const INDIVIDUAL_CARE: readonly string[] = [
  'DIRECT_CARE',
  'CASE_MANAGEMENT',
  'CRISIS_PLAN_CREATION',
  'PLAN_DISSEMINATION',
  'SAFEGUARDING',
  'SUICIDE_RISK_EMERGENCY',
  'WELLBEING',
  'MENTORING',
];

/** R-NDO-01: beyond individual care, national data opt-outs are applied under section 251 support. */
export const rNdo01 = flowRule({
  id: 'R-NDO-01',
  version: 4,
  kind: 'C',
  inForceFrom: OPT_OUT_DAY,
  appliesTo: 'section 251 support in England for a purpose beyond individual care',
  fields: [
    'rights.optOutPosition',
    'rights.optOutExemption',
    'confidentiality.route',
    'purposeCodes',
    'senderOrgId',
    'parties[].orgId',
    'parties[].orgType',
    'parties[].nation',
  ],
  citation: seenIn(
    'National data opt-out policy (DCB3058): regard is had to it, by bodies other than NHS Digital from 31 July 2022',
    'L47',
  ),
  message: 'This record does not show that national data opt-outs are applied',
  whatToDo: 'Apply opt-outs, or cite the exemption.',
  applies: ({ flow }) =>
    allOf(
      isEnglish(flow),
      hasRoute(flow, 'S251'),
      holdsAny(flow.purposeCodes, (purpose) => !INDIVIDUAL_CARE.includes(purpose)),
    ),
  evaluate: ({ flow: { rights } }) =>
    rights?.optOutPosition === 'EXEMPT'
      ? stated(rights.optOutExemption, 'no exemption is cited')
      : holds(isCode(rights?.optOutPosition, 'APPLIED'), 'they are not'),
});

/** Whether an English body holds the data, to which alone the policy is addressed; a nation left out is taken for England. */
function isEnglish(flow: FlowRecord): boolean {
  return (nationOfSender(flow) ?? 'ENGLAND') === 'ENGLAND';
}
