import { addMonths } from '../../../kernel/days/calendar-day.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { caution, notKnown, shown } from '../matter/verdict.js';
import { ACCESS_FIELDS, policeHaveAccounts } from '../reading/police-access.js';

/** R-SEC-03: police access is looked at again every year. */
export const rSec03 = flowRule({
  id: 'R-SEC-03',
  version: 1,
  kind: 'C',
  appliesTo: 'police accounts on a clinical system',
  fields: ['security.lastAccessReview', 'startDate', 'endDate', ...ACCESS_FIELDS],
  thresholds: ['accessReviewMonths'],
  citation: beingChecked('I v Finland (European Court of Human Rights, 2008)'),
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
