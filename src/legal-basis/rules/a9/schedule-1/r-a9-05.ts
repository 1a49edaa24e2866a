import { addMonths } from '../../../../kernel/days/calendar-day.js';
import { statementState, allOf } from '../../../record/answers/not-known.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { caution, notKnown, shown, together, type Verdict } from '../../matter/verdict.js';
import { isUkGdpr } from '../../matter/assertions.js';
import {
  approvedBefore,
  DOCUMENT_FIELDS,
  policyDocumentsNamed,
  policyDocumentVerdict,
} from '../../matter/documents/policy-documents.js';
import { GDPR_DAY } from '../../reading/law-days.js';

/** R-A9-05: the policy document was there before the processing, and is kept under review. */
export const rA905 = assertionRule({
  id: 'R-A9-05',
  version: 3,
  kind: 'L/P',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an appropriate policy document',
  fields: [
    'assertions[].apdId',
    'policyDocuments[].reviewedOn',
    'assertions[].regime',
    'assertions[].validFrom',
    'startDate',
    ...DOCUMENT_FIELDS,
  ],
  thresholds: ['policyReviewMonths'],
  citation: beingChecked('Data Protection Act 2018 Schedule 1 paras 39 and 40'),
  message: 'This record does not show a policy document that was approved before the processing began',
  whatToDo:
    'Record when the document was approved and last reviewed. Say so if it came later: later is not before.',
  applies: (matter) => allOf(isUkGdpr(matter), hasDocument(matter)),
  evaluate: (matter) => {
    const { apdId } = matter.assertion;
    return together(
      policyDocumentVerdict(matter, apdId, 'APD'),
      approvedBefore(matter, apdId),
      ...policyDocumentsNamed(matter.flow, apdId).map((document) =>
        reviewed(document.reviewedOn ?? document.approvedOn, matter),
      ),
    );
  },
});

function hasDocument({ assertion }: AssertionMatter): boolean | null {
  const state = statementState(assertion.apdId);
  return state === 'NOT_KNOWN' ? null : state === 'STATED';
}

function reviewed(on: string | null | undefined, { to, settings }: AssertionMatter): Verdict {
  if (!on) return notKnown('the day it was reviewed');
  return addMonths(on, settings.policyReviewMonths).day < to
    ? caution(
        `The policy document was last reviewed more than ${settings.policyReviewMonths} months ago, on ${on}.`,
      )
    : shown;
}
