import { purposes } from '../../record/basis/purpose.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { beingChecked } from '../engine/citation.js';
import { chosen, holds, together } from '../matter/verdict.js';
import { isPart3 } from '../matter/assertions.js';
import { holdsAny } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';

const NOT_ENFORCEMENT: readonly string[] = purposes
  .filter((purpose) => purpose.enforcement === 'NO')
  .map((purpose) => purpose.code);

/** R-LE-02: Part 3 is for law enforcement; wellbeing, mentoring and reducing demand are not. */
export const rLe02 = assertionRule({
  id: 'R-LE-02',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an assertion under Part 3',
  fields: ['assertions[].leaPurpose', 'assertions[].purposeCodes', 'purposeCodes', 'assertions[].regime'],
  citation: beingChecked('Data Protection Act 2018 s31'),
  message: 'This record does not show a law-enforcement purpose',
  whatToDo: 'Mentoring people who are not suspected of an offence needs a basis under the UK GDPR.',
  applies: isPart3,
  evaluate: ({ flow, assertion }) =>
    together(
      chosen(assertion.leaPurpose, 'none is named'),
      holds(
        holdsAny(assertion.purposeCodes ?? flow.purposeCodes, (code) => !NOT_ENFORCEMENT.includes(code)),
        'the purposes chosen are care, mentoring, wellbeing or reducing demand',
      ),
    ),
});
