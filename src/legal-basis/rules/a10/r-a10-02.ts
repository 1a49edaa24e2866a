import { knownCodes, allOf, not } from '../../record/answers/not-known.js';
import { isSchedule1Condition } from '../../record/basis/schedule-1.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { chosenList, fault, shown, together } from '../matter/verdict.js';
import { CONTROLLER_FIELDS, isUkGdpr } from '../matter/assertions.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { isPolice } from '../reading/parties.js';

/** R-A10-02: data about offences need a condition of Schedule 1, except under official authority. */
export const rA1002 = assertionRule({
  id: 'R-A10-02',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'data about offences held by a body other than the police',
  fields: [
    'assertions[].art10Sch1Paras',
    'assertions[].offenceData',
    'assertions[].regime',
    ...CONTROLLER_FIELDS,
  ],
  citation: seenIn('UK GDPR Article 10; Data Protection Act 2018 s10(5), Schedule 1', 'L3'),
  message: 'This record does not show a Schedule 1 condition for data about offences',
  whatToDo: 'Name a paragraph of Schedule 1 Parts 1 to 3, or leave data about offences out.',
  applies: (matter) =>
    allOf(isUkGdpr(matter), matter.assertion.offenceData ?? null, not(isPolice(matter.controller))),
  evaluate: ({ assertion }) => {
    const paragraphs = knownCodes(assertion.art10Sch1Paras) ?? [];
    return together(
      chosenList(assertion.art10Sch1Paras, 'none is named'),
      paragraphs.every(isSchedule1Condition) ? shown : fault('a paragraph named is not in Parts 1 to 3'),
    );
  },
});
