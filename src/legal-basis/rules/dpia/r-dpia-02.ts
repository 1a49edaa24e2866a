import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { DPIA_DOCUMENT_FIELDS, ofDpia } from '../matter/documents/linked.js';
import type { Matter } from '../matter/matter.js';
import { caution, fault, notKnown, shown, type Verdict } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/**
 * R-DPIA-02: an impact assessment comes first; one that comes later is labelled retrospective. None was due before 25 May
 * 2018; processing that was under way then needs one once its risk changes.
 */
export const rDpia02 = flowRule({
  id: 'R-DPIA-02',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a data protection impact assessment',
  fields: [...DPIA_DOCUMENT_FIELDS, 'dpia.exists', 'changes[].changedOn', 'startDate'],
  citation: beingChecked(
    'UK GDPR Article 35(1): “prior”; Data Protection Act 2018 s64; guidelines WP248 rev.01 on processing under way on 25 May 2018',
  ),
  message: 'This record does not show an impact assessment approved before what it assesses began',
  whatToDo: 'Say plainly that it is retrospective. It cannot be made prior, and still has to be right.',
  applies: ({ flow }) => flow.dpia?.exists ?? null,
  evaluate: (matter) => {
    const { flow, from } = matter;
    const approvedAt = flow.dpia?.approvedAt;
    if (!approvedAt || from === null) return notKnown('the day of approval or the first day of the flow');
    const verdict =
      from < GDPR_DAY ? ofOldProcessing(flow, approvedAt) : before(approvedAt, from, 'the first day');
    return ofDpia(matter, verdict, `that it was approved on ${approvedAt}`);
  },
});

function before(approvedAt: string, day: string, what: string): Verdict {
  return approvedAt <= day ? shown : fault(`RETROSPECTIVE: approved on ${approvedAt}, after ${what}, ${day}`);
}

function ofOldProcessing({ changes }: Matter['flow'], approvedAt: string): Verdict {
  if (approvedAt <= GDPR_DAY) return shown;
  const days = (changes ?? []).map(({ changedOn }) => changedOn);
  if (days.some((day) => !day)) return notKnown('the day of a change');
  const [change] = days.flatMap((day) => (day && day >= GDPR_DAY ? [day] : [])).sort();
  return change === undefined
    ? caution(
        `The flow was under way on ${GDPR_DAY}, when no assessment was due; one was due once its risk changed. This one came on ${approvedAt}: say what changed, and when.`,
      )
    : before(approvedAt, change, 'the change of its risk');
}
