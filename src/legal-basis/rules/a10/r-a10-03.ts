import { knownCodes, type Truth, allOf } from '../../record/answers/not-known.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { beingChecked } from '../engine/citation.js';
import type { AssertionMatter } from '../matter/matter.js';
import { chosen } from '../matter/verdict.js';
import { isUkGdpr } from '../matter/assertions.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { needsPolicyDocument, POLICY_FIELDS } from '../matter/policy-documents.js';

/** R-A10-03: the policy document follows the condition, for data about offences too. */
export const rA1003 = assertionRule({
  id: 'R-A10-03',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a condition for data about offences that needs an appropriate policy document',
  fields: ['assertions[].apdId', 'assertions[].art10Sch1Paras', 'assertions[].regime', ...POLICY_FIELDS],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 paras 5 and 39'),
  message: 'This record does not show the appropriate policy document for data about offences',
  whatToDo: 'Link the policy document that says how the principles are kept and when the data are erased.',
  applies: (matter) => allOf(isUkGdpr(matter), needed(matter)),
  evaluate: ({ assertion }) => chosen(assertion.apdId, 'none is linked'),
});

function needed(matter: AssertionMatter): Truth {
  const paragraphs = knownCodes(matter.assertion.art10Sch1Paras ?? []);
  return paragraphs === null ? null : needsPolicyDocument(matter, paragraphs);
}
