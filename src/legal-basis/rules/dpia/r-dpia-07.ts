import { addDays, addMonths } from '../../../kernel/days/calendar-day.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { DPIA_DOCUMENT_FIELDS, ofDpia } from '../matter/documents/linked.js';
import type { Matter } from '../matter/matter.js';
import { caution, fault, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-DPIA-07: an impact assessment is reviewed when something changes, and from time to time. */
export const rDpia07 = flowRule({
  id: 'R-DPIA-07',
  version: 3,
  kind: 'L/P',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a data protection impact assessment',
  fields: ['dpia.reviewedOn', ...DPIA_DOCUMENT_FIELDS, 'changes[].changedOn', 'dpia.exists'],
  thresholds: ['dpiaChangeReviewDays', 'dpiaReviewMonths'],
  citation: beingChecked('UK GDPR Article 35(11)'),
  message: 'This record does not show that the impact assessment was reviewed when the flow changed',
  whatToDo: 'Review it for each change of purpose, recipient, name or successor, and record the day.',
  applies: ({ flow }) => flow.dpia?.exists ?? null,
  evaluate: (matter) => {
    const { dpia, changes } = matter.flow;
    const reviews = [...(dpia?.reviewedOn ?? []), ...(dpia?.approvedAt ? [dpia.approvedAt] : [])];
    const reviewed = together(
      changes ? shown : notKnown('whether anything changed'),
      ...(changes ?? []).map((change) => reviewedFor(change.changedOn, reviews, matter)),
      recentlyReviewed(reviews, matter),
    );
    return ofDpia(matter, reviewed, 'when the impact assessment was reviewed');
  },
});

function reviewedFor(
  changedOn: string | null | undefined,
  reviews: readonly string[],
  matter: Matter,
): Verdict {
  if (!changedOn) return notKnown('the day of a change');
  const days = matter.settings.dpiaChangeReviewDays;
  const until = addDays(changedOn, days);
  const since = addDays(changedOn, -days);
  if (until >= matter.to || reviews.some((review) => review >= since && review <= until)) return shown;
  return fault(`no review is dated within ${days} days of the change of ${changedOn}`);
}

function recentlyReviewed(reviews: readonly string[], { to, settings }: Matter): Verdict {
  const last = reviews.toSorted().at(-1);
  if (last === undefined) return notKnown('the day of the last review');
  return addMonths(last, settings.dpiaReviewMonths).day < to
    ? caution(
        `The impact assessment was last reviewed more than ${settings.dpiaReviewMonths} months ago, on ${last}.`,
      )
    : shown;
}
