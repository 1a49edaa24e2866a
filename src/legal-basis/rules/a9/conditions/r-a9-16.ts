import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { not } from '../../../record/answers/not-known.js';
import { holds, stated, together } from '../../matter/verdict.js';
import { reliesOn9 } from '../../matter/assertions.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-16: research does not decide about the people it studies, and has safeguards. */
export const rA916 = assertionRule({
  id: 'R-A9-16',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on research and statistics, Article 9(2)(j)',
  fields: [
    'assertions[].individualDecisions',
    'assertions[].researchSafeguardsRef',
    'assertions[].art9',
    'assertions[].regime',
  ],
  citation: beingChecked('Data Protection Act 2018 s19; UK GDPR Articles 84A to 84D'),
  message: 'This record does not show research with safeguards that decides nothing about individuals',
  whatToDo: 'Keep research apart from decisions about people, and refer to the safeguards.',
  applies: (matter) => reliesOn9(matter, '9_2_j'),
  evaluate: ({ assertion }) =>
    together(
      holds(not(assertion.individualDecisions), 'its output is used for decisions about individuals'),
      stated(assertion.researchSafeguardsRef, 'no safeguards are referred to'),
    ),
});
