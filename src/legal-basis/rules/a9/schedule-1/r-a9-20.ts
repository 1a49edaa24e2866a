import { knownCodes, allOf } from '../../../record/answers/not-known.js';
import { paragraphInWords, schedule1Condition } from '../../../record/basis/schedule-1.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { isUkGdpr } from '../../matter/assertions.js';
import { fault, notKnown, shown, together, type Verdict } from '../../matter/verdict.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-20: a paragraph that is named for special categories is a condition of Schedule 1, in Part 1 or 2. */
export const rA920 = assertionRule({
  id: 'R-A9-20',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'paragraphs of Schedule 1 that are named for special categories',
  fields: ['assertions[].sch1Paras', 'assertions[].regime'],
  citation: seenIn('Data Protection Act 2018 s10(2), (3) and (5) and Schedule 1', 'L1', 'L3'),
  message: 'This record does not show paragraphs of Schedule 1 that are conditions for special categories',
  whatToDo:
    'Look the paragraph up: Part 1 holds paras 1 to 4, Part 2 paras 6 to 28. Part 3 is for data about offences.',
  applies: (matter) => allOf(isUkGdpr(matter), (matter.assertion.sch1Paras ?? []).length > 0),
  evaluate: ({ assertion }) => {
    const paragraphs = knownCodes(assertion.sch1Paras);
    return paragraphs === null
      ? notKnown('the Schedule 1 paragraph')
      : together(...paragraphs.map(isCondition));
  },
});

function isCondition(paragraph: string): Verdict {
  const name = paragraphInWords(paragraph);
  if (schedule1Condition(paragraph) === undefined) return fault(`Schedule 1 holds no condition ${name}`);
  return paragraph.startsWith('P3.') ? fault(`${name} is for data about offences only`) : shown;
}
