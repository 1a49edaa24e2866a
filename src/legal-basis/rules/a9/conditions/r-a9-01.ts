import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { allOf } from '../../../record/answers/not-known.js';
import { chosenList } from '../../matter/verdict.js';
import { isUkGdpr } from '../../matter/assertions.js';
import { carriesHealth } from '../../reading/health.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-01: data concerning health, or implying it, need an Article 9 condition. */
export const rA901 = assertionRule({
  id: 'R-A9-01',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'data concerning health under the UK GDPR',
  fields: ['assertions[].art9', 'assertions[].regime', 'dataCategories'],
  citation: beingChecked('UK GDPR Articles 4(15) and 9(1)'),
  message: 'This record does not show an Article 9 condition for data concerning health',
  whatToDo:
    'Choose the condition. A section 136 detention, an attendance or a crisis plan says something about health.',
  applies: (matter) => allOf(isUkGdpr(matter), carriesHealth(matter.flow)),
  evaluate: ({ assertion }) => chosenList(assertion.art9, 'none is chosen'),
});
