import { NOT_KNOWN, allOf } from '../../record/answers/not-known.js';
import { schedule8Paragraphs } from '../../record/basis/law-enforcement.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import type { AssertionMatter } from '../matter/matter.js';
import { fault, notKnown, onlySaid, shown, stated, together, type Verdict } from '../matter/verdict.js';
import { profileOf } from '../matter/consent.js';
import {
  approvedBefore,
  DOCUMENT_FIELDS,
  policyDocumentVerdict,
} from '../matter/documents/policy-documents.js';
import { isPart3 } from '../matter/assertions.js';
import { carriesSpecial, isAboutTheLiving } from '../reading/health.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-LE-03: sensitive data under Part 3 need consent or strict necessity, and a policy document that was there when they were used. */
export const rLe03 = assertionRule({
  id: 'R-LE-03',
  version: 4,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'sensitive data under Part 3: health and the other special categories',
  fields: [
    'assertions[].s35Condition',
    'assertions[].strictlyNecessaryText',
    'assertions[].sch8Para',
    'assertions[].s42ApdId',
    'assertions[].consentProfileId',
    'consentProfiles[].id',
    'assertions[].regime',
    'assertions[].validFrom',
    'startDate',
    'dataCategories',
    'subjectGroups',
    ...DOCUMENT_FIELDS,
  ],
  citation: seenIn('Data Protection Act 2018 s35(3) to (5) and (8), s42 and Schedule 8', 'L62', 'L63', 'L4'),
  message:
    'This record does not show a condition and a policy document for sensitive processing by the police',
  whatToDo:
    'Record consent, or why it is strictly necessary and under which paragraph of Schedule 8, and link the s42 policy document.',
  applies: (matter) => allOf(isPart3(matter), carriesSpecial(matter.flow), isAboutTheLiving(matter.flow)),
  evaluate: (matter) =>
    together(
      condition(matter),
      policyDocumentVerdict(matter, matter.assertion.s42ApdId, 'S42_APD'),
      approvedBefore(matter, matter.assertion.s42ApdId),
    ),
});

function condition({ flow, assertion }: AssertionMatter): Verdict {
  if (assertion.s35Condition === 'CONSENT')
    return profileOf(flow, assertion.consentProfileId) === null ? onlySaid('that people consent') : shown;
  if (assertion.s35Condition === NOT_KNOWN) return notKnown('the condition of s35');
  return together(
    stated(
      assertion.strictlyNecessaryText,
      'neither consent nor strict necessity is shown',
      'why it is strictly necessary',
    ),
    paragraph(assertion.sch8Para),
  );
}

function paragraph(number: number | null | undefined): Verdict {
  if (typeof number !== 'number') return fault('no paragraph of Schedule 8 is named');
  return schedule8Paragraphs.some(({ code }) => code === String(number))
    ? shown
    : fault(`Schedule 8 holds no paragraph ${String(number)}`);
}
