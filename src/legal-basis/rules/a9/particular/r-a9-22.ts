import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { not } from '../../../record/answers/not-known.js';
import { holds, shown, together, type Verdict } from '../../matter/verdict.js';
import { GDPR_DAY } from '../../reading/law-days.js';
import { consentNotToBeHad, CONSENT_REASON_FIELDS } from './no-consent.js';

/** R-A9-22: keeping equality under review decides nothing about a person; diversity is that of people at the top. */
export const rA922 = assertionRule({
  id: 'R-A9-22',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on equality of treatment or on diversity at senior levels, Schedule 1 paras 8 and 9',
  fields: [
    'assertions[].substantialPublicInterest.listedGroups',
    'assertions[].substantialPublicInterest.harmLikely',
    'assertions[].substantialPublicInterest.noticeToStop',
    'assertions[].substantialPublicInterest.seniorPosts',
    'assertions[].individualDecisions',
    ...CONSENT_REASON_FIELDS,
    ...PARAGRAPH_FIELDS,
  ],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 paras 8 and 9'),
  message: 'This record does not show that equality or diversity is what the data are used for',
  whatToDo:
    'Choose another condition for care, safeguarding and policing: these paragraphs are about neither.',
  applies: (matter) => usesParagraph(matter, 'P2.8', 'P2.9'),
  evaluate: (matter) =>
    together(
      usesParagraph(matter, 'P2.8') === true ? equality(matter) : shown,
      usesParagraph(matter, 'P2.9') === true ? diversity(matter) : shown,
    ),
});

function equality({ assertion }: AssertionMatter): Verdict {
  const limbs = assertion.substantialPublicInterest;
  return together(
    holds(limbs?.listedGroups, 'the kind of data or the groups are none that para 8 lists'),
    holds(not(assertion.individualDecisions), 'the data are used for decisions about individuals'),
    holds(not(limbs?.harmLikely), 'substantial damage or distress is likely'),
    holds(not(limbs?.noticeToStop), 'somebody gave notice to stop'),
  );
}

function diversity(matter: AssertionMatter): Verdict {
  return together(
    holds(matter.assertion.substantialPublicInterest?.seniorPosts, 'it is not about senior posts'),
    consentNotToBeHad(matter),
  );
}
