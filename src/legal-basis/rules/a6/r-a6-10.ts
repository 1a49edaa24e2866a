import { consentRules } from '../con/consent-rules.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import type { AssertionMatter } from '../matter/matter.js';
import { not } from '../../record/answers/not-known.js';
import { cautionUnless, fault, shown, together } from '../matter/verdict.js';
import { isAsserted } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { isPublicBody, PUBLIC_TASK_FIELDS } from '../matter/public-authority.js';

/** R-A6-10: consent asked by a public authority always gives reason for care, and fails where a consent rule fails. */
export const rA610 = assertionRule({
  id: 'R-A6-10',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a public authority',
  fields: [...PUBLIC_TASK_FIELDS, ...new Set(consentRules.flatMap((rule) => rule.fields))],
  citation: seenIn('UK GDPR Articles 4(1)(11) and 7, recital 43', 'L10'),
  message:
    'This record does not show a basis that is free of the power that an authority holds over whom it asks',
  whatToDo:
    'If the sharing would happen anyway, do not ask for consent: find the basis in law, and tell people about it.',
  applies: isPublicBody,
  evaluate: (matter) =>
    together(
      cautionUnless(not(isAsserted(matter.assertion.art6, '6_1_a')), IMBALANCE),
      isAsserted(matter.assertion.art6, '6_1_a') === true && aConsentRuleFails(matter)
        ? fault('a rule on consent (R-CON) is not met')
        : shown,
    ),
});

const IMBALANCE =
  'A public authority relies on consent, which is rarely free where one side holds the power to give or refuse care.';

function aConsentRuleFails(matter: AssertionMatter): boolean {
  const here = [null, `assertions[${matter.index}]`];
  return consentRules.some((rule) =>
    rule.judge(matter).some(({ subject, outcome }) => outcome === 'FAIL' && here.includes(subject)),
  );
}
