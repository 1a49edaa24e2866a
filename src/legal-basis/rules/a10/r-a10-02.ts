import { knownCodes, type Truth, allOf, not } from '../../record/answers/not-known.js';
import { isForOffenceData, paragraphInWords, schedule1Condition } from '../../record/basis/schedule-1.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import type { AssertionMatter } from '../matter/matter.js';
import { chosenList, fault, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { CONTROLLER_FIELDS, isUkGdpr } from '../matter/assertions.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { areSurelyOffences, isAboutTheLiving } from '../reading/health.js';
import { isPolice } from '../reading/parties.js';

/** R-A10-02: data about offences need a condition of Schedule 1, except under official authority. */
export const rA1002 = assertionRule({
  id: 'R-A10-02',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'data about offences held by a body other than the police',
  fields: [
    'assertions[].art10Sch1Paras',
    'assertions[].offenceData',
    'dataCategories',
    'subjectGroups',
    'assertions[].regime',
    ...CONTROLLER_FIELDS,
  ],
  citation: seenIn('UK GDPR Article 10; Data Protection Act 2018 s10(5), Schedule 1', 'L3', 'L73'),
  message: 'This record does not show a Schedule 1 condition for data about offences',
  positive: 'This record names a Schedule 1 condition for data about offences',
  whatToDo: 'Name a paragraph of Schedule 1 Parts 1 to 3, or leave data about offences out.',
  applies: (matter) => allOf(isUkGdpr(matter), includesOffences(matter), not(isPolice(matter.controller))),
  evaluate: ({ assertion }) => {
    const paragraphs = knownCodes(assertion.art10Sch1Paras) ?? [];
    return together(
      chosenList(assertion.art10Sch1Paras, 'none is named'),
      ...paragraphs.map(openToOffences),
      leansOnPart2(paragraphs),
    );
  },
});

/** What the record says, unless it carries an allegation or a conviction of a living person, which are offence data whatever is said. */
function includesOffences({ flow, assertion }: AssertionMatter): Truth {
  const carries = allOf(areSurelyOffences(flow), isAboutTheLiving(flow));
  return carries === true ? true : (assertion.offenceData ?? null);
}

/** Para 36 borrows a paragraph of Part 2, without which it is no condition. */
function leansOnPart2(paragraphs: readonly string[]): Verdict {
  const borrows = paragraphs.includes('P3.36') && !paragraphs.some((one) => one.startsWith('P2.'));
  return borrows ? notKnown('the paragraph of Part 2 that para 36 goes with') : shown;
}

function openToOffences(paragraph: string): Verdict {
  const condition = schedule1Condition(paragraph);
  const name = paragraphInWords(paragraph);
  if (condition === undefined) return fault(`Schedule 1 holds no condition ${name} in Parts 1 to 3`);
  return isForOffenceData(condition) ? shown : fault(`${name} is not open to data about offences`);
}
