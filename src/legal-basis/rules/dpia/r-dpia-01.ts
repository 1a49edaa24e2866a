import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { allOf, anyOf } from '../../record/answers/not-known.js';
import { DPIA_DOCUMENT_FIELDS, ofDpia } from '../matter/documents/linked.js';
import { holds } from '../matter/verdict.js';
import { carriesHealth, mayCarryOffences } from '../reading/health.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { anyRecipient, isPolice } from '../reading/parties.js';

/** R-DPIA-01: sharing of this kind needs an impact assessment, however few people it concerns. */
export const rDpia01 = flowRule({
  id: 'R-DPIA-01',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo:
    'health or offence data shared with police, matched, about vulnerable people, or able to lead to a refusal of service',
  fields: [
    'dpia.exists',
    ...DPIA_DOCUMENT_FIELDS,
    'dataCategories',
    'dpia.dataMatching',
    'dpia.vulnerableSubjects',
    'dpia.serviceDenialEffect',
    'recipientOrgIds',
    'parties[].orgId',
    'parties[].orgType',
  ],
  citation: seenIn(
    'UK GDPR Article 35(1) and (4); list of processing likely to result in high risk; Data Protection Act 2018 s64 for law enforcement',
    'L14',
    'L63',
  ),
  message: 'This record does not show a data protection impact assessment',
  whatToDo:
    'Make one before the flow begins. That the caseload is small is no reason: the list applies without large scale.',
  applies: ({ flow }) =>
    allOf(
      anyOf(carriesHealth(flow), mayCarryOffences(flow)),
      anyOf(
        anyRecipient(flow, isPolice),
        flow.dpia?.dataMatching ?? null,
        flow.dpia?.vulnerableSubjects ?? null,
        flow.dpia?.serviceDenialEffect ?? null,
      ),
    ),
  evaluate: (matter) =>
    ofDpia(matter, holds(matter.flow.dpia?.exists, 'there is none'), 'that there is an impact assessment'),
});
