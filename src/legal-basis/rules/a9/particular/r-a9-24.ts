import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { holds, shown, stated, together, type Verdict } from '../../matter/verdict.js';
import { GDPR_DAY } from '../../reading/law-days.js';
import { notReasonablyObtained } from './no-consent.js';

/** R-A9-24: protecting the public, and regulating, mean a function or a requirement that can be named. */
export const rA924 = assertionRule({
  id: 'R-A9-24',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on a protective function or a regulatory requirement, Schedule 1 paras 11 and 12',
  fields: [
    'assertions[].substantialPublicInterest.protectiveFunction',
    'assertions[].substantialPublicInterest.consentWouldPrejudice',
    'assertions[].substantialPublicInterest.regulatoryRequirement',
    'assertions[].sch1NoConsentReason',
    ...PARAGRAPH_FIELDS,
  ],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 paras 11 and 12'),
  message: 'This record does not show the function that protects the public, or the regulatory requirement',
  whatToDo:
    'Name it. Para 11 is about dishonesty, unfitness and failing services, not about people who call often.',
  applies: (matter) => usesParagraph(matter, 'P2.11', 'P2.12'),
  evaluate: (matter) =>
    together(
      usesParagraph(matter, 'P2.11') === true ? protective(matter) : shown,
      usesParagraph(matter, 'P2.12') === true ? regulatory(matter) : shown,
    ),
});

function protective({ assertion: { substantialPublicInterest: limbs } }: AssertionMatter): Verdict {
  return together(
    stated(limbs?.protectiveFunction, 'no function is named', 'which function protects the public'),
    holds(limbs?.consentWouldPrejudice, 'asking for consent would not defeat it'),
  );
}

function regulatory(matter: AssertionMatter): Verdict {
  const { substantialPublicInterest: limbs } = matter.assertion;
  return together(
    stated(limbs?.regulatoryRequirement, 'no requirement is named', 'which regulatory requirement it keeps'),
    notReasonablyObtained(matter),
  );
}
