import { addMonths } from '../../../../kernel/days/calendar-day.js';
import { statementState, allOf } from '../../../record/answers/not-known.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { caution, fault, notKnown, shown, together, type Verdict } from '../../matter/verdict.js';
import { isUkGdpr } from '../../matter/assertions.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-05: the policy document was there before the processing, and is kept under review. */
export const rA905 = assertionRule({
  id: 'R-A9-05',
  version: 1,
  kind: 'L/P',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an appropriate policy document',
  fields: [
    'assertions[].apdId',
    'policyDocuments[].id',
    'policyDocuments[].approvedOn',
    'policyDocuments[].reviewedOn',
    'assertions[].regime',
  ],
  thresholds: ['policyReviewMonths'],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 paras 39 and 40'),
  message: 'This record does not show a policy document that was approved before the processing began',
  whatToDo:
    'Record when the document was approved and last reviewed. Say so if it came later: later is not before.',
  applies: (matter) => allOf(isUkGdpr(matter), hasDocument(matter)),
  evaluate: (matter) => {
    const document = (matter.flow.policyDocuments ?? []).find(({ id }) => id === matter.assertion.apdId);
    if (document === undefined) return notKnown('the policy document that is linked');
    return together(
      before(document.approvedOn, matter.from),
      reviewed(document.reviewedOn ?? document.approvedOn, matter),
    );
  },
});

function hasDocument({ assertion }: AssertionMatter): boolean | null {
  const state = statementState(assertion.apdId);
  return state === 'NOT_KNOWN' ? null : state === 'STATED';
}

function before(approvedOn: string | null | undefined, from: string | null): Verdict {
  if (!approvedOn) return notKnown('the day it was approved');
  if (from === null) return notKnown('the day the processing began');
  return approvedOn <= from ? shown : fault(`it was approved on ${approvedOn}, after ${from}`);
}

function reviewed(on: string | null | undefined, { to, settings }: AssertionMatter): Verdict {
  if (!on) return notKnown('the day it was reviewed');
  return addMonths(on, settings.policyReviewMonths).day < to
    ? caution(
        `The policy document was last reviewed more than ${settings.policyReviewMonths} months ago, on ${on}.`,
      )
    : shown;
}
