import { knownCodes, type Truth, allOf } from '../../record/answers/not-known.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import type { AssertionMatter } from '../matter/matter.js';
import { isUkGdpr } from '../matter/assertions.js';
import { GDPR_DAY } from '../reading/law-days.js';
import {
  DOCUMENT_FIELDS,
  needsPolicyDocument,
  POLICY_FIELDS,
  policyDocumentVerdict,
} from '../matter/documents/policy-documents.js';

/** R-A10-03: the policy document follows the condition, for data about offences too. */
export const rA1003 = assertionRule({
  id: 'R-A10-03',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a condition for data about offences that needs an appropriate policy document',
  fields: [
    'assertions[].apdId',
    'assertions[].art10Sch1Paras',
    'assertions[].regime',
    ...POLICY_FIELDS,
    ...DOCUMENT_FIELDS,
  ],
  citation: seenIn(
    'Data Protection Act 2018 Schedule 1 paras 1(1)(b), 5, 35(1)(c) and 39',
    'L69',
    'L3',
    'L68',
  ),
  message: 'This record does not show the appropriate policy document for data about offences',
  whatToDo: 'Link the policy document that says how the principles are kept and when the data are erased.',
  applies: (matter) => allOf(isUkGdpr(matter), needed(matter)),
  evaluate: (matter) => policyDocumentVerdict(matter, matter.assertion.apdId, 'APD'),
});

function needed(matter: AssertionMatter): Truth {
  const paragraphs = knownCodes(matter.assertion.art10Sch1Paras ?? []);
  return paragraphs === null ? null : needsPolicyDocument(matter, paragraphs);
}
