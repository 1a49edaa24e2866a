import { statementState } from '../../../record/answers/not-known.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { chosen, onlySaid } from '../../matter/verdict.js';
import { reliesOn9 } from '../../matter/assertions.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-06: health-care processing is the responsibility of somebody who owes confidentiality. */
export const rA906 = assertionRule({
  id: 'R-A9-06',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on health or social care, Article 9(2)(h)',
  fields: ['assertions[].s11Actor', 'assertions[].s11DutySource', 'assertions[].art9', 'assertions[].regime'],
  citation: beingChecked('UK GDPR Article 9(3); Data Protection Act 2018 s11(1)'),
  message: 'This record does not show who is responsible under a professional duty of confidentiality',
  whatToDo:
    'Name the health or social work professional who is responsible, or the law that makes the person who is owe confidentiality.',
  applies: (matter) => reliesOn9(matter, '9_2_h'),
  evaluate: ({ assertion }) =>
    statementState(assertion.s11DutySource) === 'STATED'
      ? onlySaid('which law makes the person owe confidentiality')
      : chosen(assertion.s11Actor, 'nobody is named'),
});
