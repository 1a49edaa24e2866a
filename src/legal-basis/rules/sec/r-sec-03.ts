import { addMonths } from '../../../kernel/days/calendar-day.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { caution, notKnown, shown } from '../matter/verdict.js';
import { ACCESS_FIELDS, policeHaveAccounts } from '../reading/police-access.js';

/** R-SEC-03: police access is looked at again every year. */
export const rSec03 = flowRule({
  id: 'R-SEC-03',
  version: 2,
  kind: 'L/P',
  appliesTo: 'police accounts on a clinical system',
  fields: ['security.lastAccessReview', 'startDate', 'endDate', ...ACCESS_FIELDS],
  thresholds: ['accessReviewMonths'],
  citation: seenIn(
    'Article 8 ECHR, as I v Finland (20511/03, 2008) reads it; how often is platform policy',
    'L37',
  ),
  message: 'This record does not show a recent review of police access',
  whatToDo: 'Read the access log against the caseload, and record the day and what was found.',
  applies: ({ flow }) => policeHaveAccounts(flow),
  evaluate: ({ flow, to, settings }) => {
    const last = flow.security?.lastAccessReview;
    if (!last) return notKnown('the day of the last review');
    return addMonths(last, settings.accessReviewMonths).day < to
      ? caution(
          `Police access was last reviewed more than ${settings.accessReviewMonths} months ago, on ${last}.`,
        )
      : shown;
  },
});
