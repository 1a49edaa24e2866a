import { knownCodes, allOf, type Truth } from '../../../record/answers/not-known.js';
import { schedule1Condition } from '../../../record/basis/schedule-1.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { isUkGdpr } from '../../matter/assertions.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { stated } from '../../matter/verdict.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-19: most paragraphs of Schedule 1 Part 2 ask why the public interest is substantial; a few, such as para 14, do not. */
export const rA919 = assertionRule({
  id: 'R-A9-19',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a Schedule 1 paragraph that asks for substantial public interest',
  fields: ['assertions[].substantialPublicInterest.reason', 'assertions[].sch1Paras', 'assertions[].regime'],
  citation: seenIn(
    'Data Protection Act 2018 Schedule 1 Part 2, paras 6, 10 to 13 and 16 to 19',
    'L70',
    'L66',
  ),
  message: 'This record does not show why it is necessary for reasons of substantial public interest',
  whatToDo: 'Say whose interest it is, why it is substantial, and why nothing less would serve it.',
  applies: (matter) => allOf(isUkGdpr(matter), isAsked(matter)),
  evaluate: ({ assertion }) =>
    stated(
      assertion.substantialPublicInterest?.reason,
      'no reason is given',
      'why the public interest is substantial',
    ),
});

function isAsked({ assertion }: AssertionMatter): Truth {
  const paragraphs = knownCodes(assertion.sch1Paras ?? []);
  if (paragraphs === null) return null;
  return paragraphs.some((one) => schedule1Condition(one)?.limbs?.substantialPublicInterest === true);
}
