import { kindOf } from '../reading/parties.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { fault, notKnown, onlySaid } from '../matter/verdict.js';
import { CONTROLLER_FIELDS, reliesOn6 } from '../matter/assertions.js';
import { GDPR_DAY } from '../reading/law-days.js';

const NEVER: readonly string[] = ['NHS', 'POLICE', 'LOCAL'];

/** R-A6-09: the NHS, the police and local authorities do not share about people because of a contract with them. */
export const rA609 = assertionRule({
  id: 'R-A6-09',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on a contract, Article 6(1)(b)',
  fields: ['assertions[].art6', 'assertions[].regime', ...CONTROLLER_FIELDS],
  citation: seenIn(
    'UK GDPR Article 6(1)(b); that it is never open to these bodies is our reading of it',
    'L32',
  ),
  message: 'This record does not show a basis that this controller could rely on',
  whatToDo: 'Choose another basis. A contract between organisations is not a contract with the person.',
  applies: (matter) => reliesOn6(matter, '6_1_b'),
  evaluate: ({ controller }) => {
    const kind = kindOf(controller);
    if (kind === null) return notKnown('the kind of body the controller is');
    return NEVER.includes(kind.sector)
      ? fault('it is an NHS body, a police force or a local authority')
      : onlySaid('that this controller has a contract with the person');
  },
});
