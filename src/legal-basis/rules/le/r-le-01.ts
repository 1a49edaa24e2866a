import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { holds, onlySaid } from '../matter/verdict.js';
import { CONTROLLER_FIELDS, isPart3 } from '../matter/assertions.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { isCompetentAuthority } from '../reading/parties.js';

/** R-LE-01: only a competent authority processes under Part 3. */
export const rLe01 = assertionRule({
  id: 'R-LE-01',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an assertion under Part 3',
  fields: ['assertions[].regime', 'parties[].competentAuthority', ...CONTROLLER_FIELDS],
  citation: seenIn('Data Protection Act 2018 s30 and Schedule 7', 'L60'),
  message: 'This record does not show that the controller is a competent authority',
  whatToDo: 'Use the UK GDPR. NHS bodies, suppliers and the voluntary sector are not competent authorities.',
  applies: isPart3,
  evaluate: ({ controller }) => {
    const isOne = isCompetentAuthority(controller);
    const byItsKind = isCompetentAuthority({ ...controller, competentAuthority: null });
    return isOne === true && byItsKind !== true
      ? onlySaid('that the controller is a competent authority, which its kind does not settle')
      : holds(isOne, 'it is not one');
  },
});
