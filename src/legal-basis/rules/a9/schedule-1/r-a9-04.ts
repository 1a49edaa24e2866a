import { knownCodes, allOf } from '../../../record/answers/not-known.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { isUkGdpr } from '../../matter/assertions.js';
import { GDPR_DAY } from '../../reading/law-days.js';
import {
  DOCUMENT_FIELDS,
  needsPolicyDocument,
  POLICY_FIELDS,
  policyDocumentVerdict,
} from '../../matter/documents/policy-documents.js';

/** R-A9-04: Part 1 para 1 and most paragraphs of Part 2 need the controller's own appropriate policy document. */
export const rA904 = assertionRule({
  id: 'R-A9-04',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a Schedule 1 condition that needs an appropriate policy document',
  fields: [
    'assertions[].apdId',
    'assertions[].sch1Paras',
    'assertions[].regime',
    ...POLICY_FIELDS,
    ...DOCUMENT_FIELDS,
  ],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 paras 1(1)(b), 5, 10(2) and 39'),
  message: 'This record does not show the appropriate policy document that the condition needs',
  whatToDo: 'Link the policy document that says how the principles are kept and when the data are erased.',
  applies: (matter) => allOf(isUkGdpr(matter), needed(matter)),
  evaluate: (matter) => policyDocumentVerdict(matter, matter.assertion.apdId, 'APD'),
});

function needed(matter: AssertionMatter): boolean | null {
  const paragraphs = knownCodes(matter.assertion.sch1Paras ?? []);
  return paragraphs === null ? null : needsPolicyDocument(matter, paragraphs);
}
