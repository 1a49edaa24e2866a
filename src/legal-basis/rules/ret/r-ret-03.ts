import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { notKnown, shown, stated } from '../matter/verdict.js';
import { includesAny } from '../reading/codes.js';

/** R-RET-03: data on people who were looked at and not selected are soon gone. */
export const rRet03 = flowRule({
  id: 'R-RET-03',
  version: 2,
  kind: 'L/P',
  appliesTo: 'people screened and not selected',
  fields: ['retention.screenedNotSelectedDays', 'retention.screenedNotSelectedReason', 'subjectGroups'],
  thresholds: ['screenedRetentionDays'],
  citation: seenIn('UK GDPR Article 5(1)(c) and (e)', 'L31'),
  message: 'This record does not show that data on people who were not selected are soon erased',
  whatToDo: 'Erase them, or say why they are kept that long.',
  applies: ({ flow }) => includesAny(flow.subjectGroups, 'SCREENED_NOT_SELECTED'),
  evaluate: ({ flow: { retention }, settings }) => {
    const days = retention?.screenedNotSelectedDays;
    if (typeof days !== 'number') return notKnown('how long they are kept');
    return days <= settings.screenedRetentionDays
      ? shown
      : stated(retention?.screenedNotSelectedReason, `they are kept for ${days} days and no reason is given`);
  },
});
