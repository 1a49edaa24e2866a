import { anyOf, statementState } from '../../record/answers/not-known.js';
import { enforcementOf } from '../../record/basis/purpose.js';
import type { Assertion } from '../../record/basis/assertion.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { CONTROLLER_FIELDS, isPart3, isUkGdpr } from '../matter/assertions.js';
import { caution, fault, shown } from '../matter/verdict.js';
import { isPolice } from '../reading/parties.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-LE-10: one basis is under one regime; Part 3 and the conditions of the UK GDPR do not mix. */
export const rLe10 = assertionRule({
  id: 'R-LE-10',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a basis under the UK GDPR or under Part 3',
  fields: [
    'assertions[].regime',
    'assertions[].art6',
    'assertions[].art9',
    'assertions[].sch1Paras',
    'assertions[].art10Sch1Paras',
    'assertions[].leaPurpose',
    'assertions[].s35Condition',
    'assertions[].sch8Para',
    'assertions[].s42ApdId',
    'assertions[].purposeCodes',
    'purposeCodes',
    ...CONTROLLER_FIELDS,
  ],
  citation: seenIn(
    'Data Protection Act 2018 Part 3: a body uses either regime for a purpose, never both',
    'L16',
  ),
  message: 'This record does not show a basis that is made under one regime only',
  whatToDo:
    'Record one basis under Part 3 for law enforcement, and another under the UK GDPR for everything else.',
  applies: (matter) => anyOf(isUkGdpr(matter), isPart3(matter)),
  evaluate: ({ flow, assertion, controller }) => {
    if (assertion.regime === 'DPA_PART3')
      return namesUkGdpr(assertion)
        ? fault('it is made under Part 3 and names articles of the UK GDPR or paragraphs of Schedule 1')
        : shown;
    if (namesPart3(assertion))
      return caution('This basis is made under the UK GDPR and answers questions of Part 3.');
    return isPolice(controller) === true && isEnforcementOnly(assertion.purposeCodes ?? flow.purposeCodes)
      ? caution(
          'This basis of a police force is made under the UK GDPR, and its purposes are those of Part 3.',
        )
      : shown;
  },
});

function isEnforcementOnly(purposes: Assertion['purposeCodes']): boolean {
  return (purposes ?? []).length > 0 && (purposes ?? []).every((code) => enforcementOf(code) === 'YES');
}

function namesUkGdpr({ art6, art9, sch1Paras, art10Sch1Paras }: Assertion): boolean {
  return isGiven(art6) || [art9, sch1Paras, art10Sch1Paras].some((list) => (list ?? []).some(isGiven));
}

function namesPart3({ leaPurpose, s35Condition, sch8Para, s42ApdId }: Assertion): boolean {
  return [leaPurpose, s35Condition, s42ApdId].some(isGiven) || typeof sch8Para === 'number';
}

function isGiven(code: string | null | undefined): boolean {
  return statementState(code) === 'STATED';
}
