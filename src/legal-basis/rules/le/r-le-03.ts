import { NOT_KNOWN, allOf } from '../../record/answers/not-known.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import type { AssertionMatter } from '../matter/matter.js';
import { chosen, fault, notKnown, shown, stated, together, type Verdict } from '../matter/verdict.js';
import { isPart3 } from '../matter/assertions.js';
import { carriesHealth } from '../reading/health.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-LE-03: health data under Part 3 need consent or strict necessity, and a policy document. */
export const rLe03 = assertionRule({
  id: 'R-LE-03',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'data concerning health under Part 3',
  fields: [
    'assertions[].s35Condition',
    'assertions[].strictlyNecessaryText',
    'assertions[].sch8Para',
    'assertions[].s42ApdId',
    'assertions[].regime',
    'dataCategories',
  ],
  citation: seenIn('Data Protection Act 2018 s35(3) to (5) and s42', 'L20'),
  message: 'This record does not show the conditions for sensitive processing by the police',
  whatToDo:
    'Record consent, or why it is strictly necessary and under which paragraph of Schedule 8, and link the s42 policy document.',
  applies: (matter) => allOf(isPart3(matter), carriesHealth(matter.flow)),
  evaluate: (matter) =>
    together(condition(matter), chosen(matter.assertion.s42ApdId, 'no s42 policy document is linked')),
});

function condition({ assertion }: AssertionMatter): Verdict {
  if (assertion.s35Condition === 'CONSENT') return shown;
  if (assertion.s35Condition === NOT_KNOWN) return notKnown('the condition of s35');
  return together(
    stated(assertion.strictlyNecessaryText, 'neither consent nor strict necessity is shown'),
    typeof assertion.sch8Para === 'number' ? shown : fault('no paragraph of Schedule 8 is named'),
  );
}
