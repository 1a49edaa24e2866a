import { statementState } from '../../record/answers/not-known.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { caution, notKnown, onlySaid } from '../matter/verdict.js';
import { marksEmergencySystems } from '../reading/markers.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-RT-03: a marker on a partner's system can be corrected and removed. */
export const rRt03 = flowRule({
  id: 'R-RT-03',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'markers on partners’ systems',
  fields: ['rights.markerCorrectionRoute', 'mechanism', 'dataCategories'],
  citation: seenIn(
    'UK GDPR Articles 16 to 19, as Schedule 2 para 1 of the Data Protection Act 2018 names them',
    'L34',
  ),
  message: 'This record does not show how a marker is corrected or removed',
  whatToDo: 'Agree with each partner how a marker is corrected and removed, and tell people.',
  applies: ({ flow }) => marksEmergencySystems(flow),
  evaluate: ({ flow }) => {
    const state = statementState(flow.rights?.markerCorrectionRoute);
    if (state === 'NOT_KNOWN') return notKnown('how a marker is corrected');
    return state === 'STATED'
      ? onlySaid('how a marker is corrected')
      : caution('Nothing says how a marker on a partner’s system is corrected or removed.');
  },
});
