import { article9Conditions } from '../../../record/basis/article-9.js';
import { knownCodes, allOf } from '../../../record/answers/not-known.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { fault, notKnown, shown, together } from '../../matter/verdict.js';
import { reliesOn9 } from '../../matter/assertions.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-03: the Schedule 1 paragraph belongs to the Article 9 condition. */
export const rA903 = assertionRule({
  id: 'R-A9-03',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an Article 9 condition with a Schedule 1 paragraph',
  fields: ['assertions[].sch1Paras', 'assertions[].art9', 'assertions[].regime'],
  citation: beingChecked('Data Protection Act 2018 s10(2) and (3)'),
  message: 'This record does not show a Schedule 1 paragraph that belongs to the Article 9 condition',
  whatToDo:
    '(b) goes with Part 1 para 1, (h) with para 2, (i) with para 3, (j) with para 4, (g) with Part 2 paras 6 to 28.',
  applies: (matter) =>
    allOf(
      reliesOn9(matter, '9_2_b', '9_2_g', '9_2_h', '9_2_i', '9_2_j'),
      (matter.assertion.sch1Paras ?? []).length > 0,
    ),
  evaluate: ({ assertion }) => {
    const paragraphs = knownCodes(assertion.sch1Paras);
    if (paragraphs === null) return notKnown('the Schedule 1 paragraph');
    const conditions = article9Conditions.filter((condition) => assertion.art9?.includes(condition.code));
    return together(
      ...conditions.map(({ schedule1, label }) =>
        schedule1 === null || paragraphs.some((paragraph) => schedule1.test(paragraph))
          ? shown
          : fault(`none of the paragraphs named belongs to ${label}`),
      ),
    );
  },
});
