import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { allOf, anyOf, not } from '../../../record/answers/not-known.js';
import { holds } from '../../matter/verdict.js';
import { CONTROLLER_FIELDS, isPart3, isUkGdpr } from '../../matter/assertions.js';
import { assertsAny } from '../../reading/codes.js';
import { GDPR_DAY } from '../../reading/law-days.js';
import { isPolice } from '../../reading/parties.js';

/** R-A9-07: a police force is not a provider of health or social care. */
export const rA907 = assertionRule({
  id: 'R-A9-07',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a police force that names an Article 9 condition',
  fields: ['assertions[].art9', 'assertions[].regime', ...CONTROLLER_FIELDS],
  citation: beingChecked('UK GDPR Article 9(2)(h) and 9(3)'),
  message: 'This record does not show an Article 9 condition that is open to the police',
  whatToDo:
    'Choose a condition that the police can meet. An override needs evidence for s11(1) and a Caldicott agreement.',
  applies: (matter) =>
    allOf(anyOf(isUkGdpr(matter), isPart3(matter)), namesCondition(matter), isPolice(matter.controller)),
  evaluate: ({ assertion }) =>
    holds(
      not(assertsAny(assertion.art9, '9_2_h')),
      'health or social care is for those who provide it under a duty of confidentiality',
    ),
});

function namesCondition({ assertion }: AssertionMatter): boolean {
  return (assertion.art9 ?? []).length > 0;
}
