import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import { holds, shown, stated, together } from '../../matter/verdict.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-25: publishing, preventing fraud and reporting suspicions of money laundering are what three paragraphs are for. */
export const rA925 = assertionRule({
  id: 'R-A9-25',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo:
    'reliance on journalism, preventing fraud or suspicions of laundering, Schedule 1 paras 13 to 15',
  fields: [
    'assertions[].substantialPublicInterest.publication',
    'assertions[].substantialPublicInterest.antiFraudOrganisation',
    'assertions[].substantialPublicInterest.fraud',
    'assertions[].substantialPublicInterest.suspicionDisclosedUnder',
    ...PARAGRAPH_FIELDS,
  ],
  citation: seenIn('Data Protection Act 2018 Schedule 1 paras 13, 14 and 15', 'L66', 'L74'),
  message: 'This record does not show the disclosure that the paragraph is for',
  whatToDo:
    'Choose another condition: wasted calls are no fraud, and agencies publish nothing about patients.',
  applies: (matter) => usesParagraph(matter, 'P2.13', 'P2.14', 'P2.15'),
  evaluate: (matter) => {
    const limbs = matter.assertion.substantialPublicInterest;
    const relied = (paragraph: string) => usesParagraph(matter, paragraph) === true;
    return together(
      relied('P2.13') ? holds(limbs?.publication, 'it is for no publication') : shown,
      relied('P2.14') ? holds(limbs?.antiFraudOrganisation, 'no anti-fraud organisation takes part') : shown,
      relied('P2.14') ? stated(limbs?.fraud, 'no fraud is named', 'which fraud it prevents') : shown,
      relied('P2.15')
        ? stated(
            limbs?.suspicionDisclosedUnder,
            'no section is named',
            'under which section a suspicion is disclosed',
          )
        : shown,
    );
  },
});
