import { schedule1InWords } from '../../../record/basis/schedule-1.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { seenIn } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { stated, together, type Verdict } from '../../matter/verdict.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** Insurance, pensions, parties, elected representatives, prisoners, judgments and sport: what no scheme is about. */
const FOR_OTHERS = Array.from({ length: 9 }, (_unused, at) => `P2.${String(20 + at)}`);

/** R-A9-30: the last paragraphs of Schedule 1 Part 2 are for insurance, politics and sport, and hardly for such flows. */
export const rA930 = assertionRule({
  id: 'R-A9-30',
  version: 1,
  kind: 'L/P',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on Schedule 1 paras 20 to 28',
  fields: ['assertions[].substantialPublicInterest.otherParagraph', ...PARAGRAPH_FIELDS],
  citation: seenIn('Data Protection Act 2018 Schedule 1 paras 20 to 28, by their titles', 'L74'),
  message: 'This record does not show that the flow serves what the paragraph is for',
  whatToDo: 'Choose another condition, or say how the flow meets each part of this one.',
  applies: (matter) => usesParagraph(matter, ...FOR_OTHERS),
  evaluate: (matter) =>
    together(
      ...FOR_OTHERS.filter((one) => usesParagraph(matter, one) === true).map((one) => served(matter, one)),
    ),
});

function served({ assertion }: AssertionMatter, paragraph: string): Verdict {
  const name = schedule1InWords(paragraph);
  return stated(assertion.substantialPublicInterest?.otherParagraph, name, `how the flow serves ${name}`);
}
