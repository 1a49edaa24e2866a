import { statementState } from '../../../record/answers/not-known.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { caution, notKnown, onlySaid } from '../../matter/verdict.js';
import { reliesOn9 } from '../../matter/assertions.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-17: legal claims means an actual or prospective claim. */
export const rA917 = assertionRule({
  id: 'R-A9-17',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on legal claims, Article 9(2)(f)',
  fields: ['assertions[].claimRef', 'assertions[].art9', 'assertions[].regime'],
  citation: beingChecked('UK GDPR Article 9(2)(f)'),
  message: 'This record does not show an actual or prospective legal claim',
  whatToDo: 'Refer to the claim, or choose another condition.',
  applies: (matter) => reliesOn9(matter, '9_2_f'),
  evaluate: ({ assertion }) => {
    const state = statementState(assertion.claimRef);
    if (state === 'NOT_KNOWN') return notKnown('the claim');
    return state === 'STATED'
      ? onlySaid('which legal claim it is')
      : caution('This record names no actual or prospective legal claim.');
  },
});
