import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { allOf, not } from '../../record/answers/not-known.js';
import { holds } from '../matter/verdict.js';
import { includesAny, isCode } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-TR-04: a person on the caseload is told. */
export const rTr04 = flowRule({
  id: 'R-TR-04',
  version: 1,
  kind: 'L/C',
  inForceFrom: GDPR_DAY,
  appliesTo: 'people on a caseload, from the panel onwards',
  fields: ['transparency.toldIndividually', 'subjectGroups', 'stage'],
  citation: seenIn('UK GDPR Article 5(1)(a); Caldicott principle 8, from 8 December 2020', 'L31', 'L48'),
  message: 'This record does not show that each person is told',
  whatToDo: 'Tell each person who sees their data and why, in a form they can use.',
  applies: ({ flow }) =>
    allOf(includesAny(flow.subjectGroups, 'CASELOAD'), not(isCode(flow.stage, 'SCREENING'))),
  evaluate: ({ flow }) => holds(flow.transparency?.toldIndividually, 'they are not'),
});
