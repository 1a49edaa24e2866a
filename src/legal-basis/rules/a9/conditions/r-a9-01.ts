import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { allOf } from '../../../record/answers/not-known.js';
import { chosenList } from '../../matter/verdict.js';
import { isUkGdpr } from '../../matter/assertions.js';
import { carriesSpecial, isAboutTheLiving } from '../../reading/health.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-01: data concerning health or implying it, and every other special category, need an Article 9 condition. */
export const rA901 = assertionRule({
  id: 'R-A9-01',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'special categories of personal data, under the UK GDPR',
  fields: ['assertions[].art9', 'assertions[].regime', 'dataCategories', 'subjectGroups'],
  citation: beingChecked('UK GDPR Articles 4(1)(15) (4(15) before 5 February 2026) and 9(1)'),
  message: 'This record does not show an Article 9 condition for the special categories of data',
  positive: 'This record names an Article 9 condition for the special categories of data',
  whatToDo:
    'Choose the condition. Ethnicity and sexual life need one, and a section 136 detention or a crisis plan says something about health.',
  applies: (matter) => allOf(isUkGdpr(matter), carriesSpecial(matter.flow), isAboutTheLiving(matter.flow)),
  evaluate: ({ assertion }) => chosenList(assertion.art9, 'none is chosen'),
});
