import { statementState } from '../../record/answers/not-known.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { fault, notKnown, shown } from '../matter/verdict.js';
import { reliesOn6 } from '../matter/assertions.js';
import { DUAA_DAY, GDPR_DAY } from '../reading/law-days.js';

/** R-A6-06: the public task is the controller's own; before 5 February 2026 another's task gives reason for care. */
export const rA606 = assertionRule({
  id: 'R-A6-06',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  severity: [
    { from: GDPR_DAY, level: 'WARN' },
    { from: DUAA_DAY, level: 'FAIL' },
  ],
  appliesTo: 'reliance on a public task, Article 6(1)(e)',
  fields: [
    'assertions[].functionHolderOrgId',
    'assertions[].controllerOrgId',
    'assertions[].art6',
    'assertions[].regime',
  ],
  citation: seenIn('Data (Use and Access) Act 2025 s70(2)(a)', 'L5'),
  message: 'This record does not show that the public task is the controller’s own',
  positive: 'This record names the controller as the body whose public task it is',
  whatToDo:
    'Name the controller’s own task. A trust cannot rely on the task of the police, nor the police on that of a trust.',
  applies: (matter) => reliesOn6(matter, '6_1_e'),
  evaluate: ({ assertion }) => {
    if (statementState(assertion.functionHolderOrgId) !== 'STATED') return notKnown('whose task it is');
    if (statementState(assertion.controllerOrgId) !== 'STATED') return notKnown('the controller');
    return assertion.functionHolderOrgId === assertion.controllerOrgId
      ? shown
      : fault('it is the task of another body');
  },
});
