import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { holds, notKnown, stated, together } from '../matter/verdict.js';
import { COMPLAINTS_DAY } from '../reading/law-days.js';

/** Days within which a complaint is acknowledged: the law's own number, DPA 2018 s164A. */
const ACKNOWLEDGED_WITHIN_DAYS = 30;

/** R-RT-04: from 19 June 2026 people can complain to the controller, which acknowledges within 30 days. */
export const rRt04 = flowRule({
  id: 'R-RT-04',
  version: 2,
  kind: 'L',
  inForceFrom: COMPLAINTS_DAY,
  appliesTo: 'any flow of data on people, under the UK GDPR or Part 3, from 19 June 2026',
  fields: ['rights.complaintRoute', 'rights.complaintAcknowledgementDays'],
  citation: seenIn('Data Protection Act 2018 s164A, which binds controllers under Part 3 too', 'L35', 'L36'),
  message:
    'This record does not show a route for data-protection complaints that are acknowledged within 30 days',
  whatToDo: 'Say how a person complains and within how many days they are answered.',
  applies: () => true,
  evaluate: ({ flow }) => {
    const days = flow.rights?.complaintAcknowledgementDays;
    return together(
      stated(flow.rights?.complaintRoute, 'no route is given'),
      typeof days === 'number'
        ? holds(days <= ACKNOWLEDGED_WITHIN_DAYS, `a complaint is acknowledged after ${days} days`)
        : notKnown('within how many days a complaint is acknowledged'),
    );
  },
});
