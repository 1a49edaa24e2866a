import { beingChecked } from '../engine/citation.js';
import { controllerRule } from '../engine/controller-rule.js';
import type { ControllerMatter } from '../matter/matter.js';
import { caution, fault, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { nameOf } from '../reading/parties.js';

/** R-GEN-06: a flow that began under the 1998 Act was given a new basis on 25 May 2018. */
export const rGen06 = controllerRule({
  id: 'R-GEN-06',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a flow that began before 25 May 2018 and went on after it',
  fields: [
    'assertions[].controllerOrgId',
    'assertions[].regime',
    'assertions[].validFrom',
    'startDate',
    'endDate',
  ],
  citation: beingChecked('Data Protection Act 1998 Schedules 2 and 3'),
  message: 'This record does not show that each controller gave the flow a new legal basis on 25 May 2018',
  whatToDo:
    'Add the assertion each controller made when the law changed on 25 May 2018, and the one it held before.',
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

function basedBefore({ flow, orgId, asserted }: ControllerMatter): Verdict {
  return asserted.some((assertion) => assertion.regime === 'DPA1998')
    ? shown
    : caution(`This record holds no basis of ${nameOf(flow, orgId)} under the Data Protection Act 1998.`);
}
