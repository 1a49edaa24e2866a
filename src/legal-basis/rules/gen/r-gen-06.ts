import type { Assertion } from '../../record/basis/assertion.js';
import { seenIn } from '../engine/citation.js';
import { controllerRule } from '../engine/controller-rule.js';
import { REACH_FIELDS } from '../matter/assertions.js';
import { CONDITIONS_OF_1998_FIELDS, conditionsOf1998 } from '../matter/law/conditions-of-1998.js';
import type { ControllerMatter } from '../matter/matter.js';
import { caution, fault, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { GDPR_DAY, LAST_DAY_OF_THE_1998_ACT } from '../reading/law-days.js';
import { nameOf, nationOf } from '../reading/parties.js';

/** R-GEN-06: a flow that began under the 1998 Act was given a new basis on 25 May 2018. */
export const rGen06 = controllerRule({
  id: 'R-GEN-06',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a flow that began before 25 May 2018 and went on after it',
  fields: [
    'assertions[].controllerOrgId',
    'assertions[].regime',
    'assertions[].validFrom',
    ...CONDITIONS_OF_1998_FIELDS,
    ...REACH_FIELDS,
  ],
  citation: seenIn('Data Protection Act 1998 Schedules 2 and 3; SI 2000/417', 'L40', 'L41', 'L42'),
  message: 'This record does not show that each controller gave the flow a new legal basis on 25 May 2018',
  whatToDo:
    'Add the assertion each controller made when the law changed on 25 May 2018, and the one it held before with its conditions.',
  applies: ({ from }) => (from === null ? null : from < GDPR_DAY),
  evaluate: (matter) => together(rebased(matter), basedBefore(matter)),
});

function rebased({ flow, orgId, asserted }: ControllerMatter): Verdict {
  const later = asserted.filter((assertion) => assertion.regime !== 'DPA1998');
  if (later.some((assertion) => assertion.validFrom === GDPR_DAY)) return shown;
  const undated = later.some((assertion) => !assertion.validFrom);
  return undated
    ? notKnown('the first day of an assertion')
    : fault(`${nameOf(flow, orgId)} asserts none from that day`);
}

function basedBefore(matter: ControllerMatter): Verdict {
  const { flow, orgId, asserted } = matter;
  const before = asserted.filter((assertion) => assertion.regime === 'DPA1998');
  if (before.length === 0)
    return caution(
      `This record holds no basis of ${nameOf(flow, orgId)} under the Data Protection Act 1998.`,
    );
  return together(...before.map((assertion) => conditionsGiven(matter, assertion)));
}

/** What is wrong with the conditions themselves is the fault of R-GEN-09; here it gives reason for care. */
function conditionsGiven(matter: ControllerMatter, assertion: Assertion): Verdict {
  const reach = {
    from: assertion.validFrom ?? matter.from,
    to: LAST_DAY_OF_THE_1998_ACT,
    nation: nationOf(matter.controller),
  };
  const verdict = conditionsOf1998(matter, assertion, reach);
  return verdict.found === 'FAULT'
    ? caution(
        `The basis of ${nameOf(matter.flow, matter.orgId)} under the Data Protection Act 1998 is not shown: ${verdict.because.join('; ')}.`,
      )
    : verdict;
}
