import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { allOf } from '../../record/answers/not-known.js';
import { isPart3 } from '../matter/assertions.js';
import { AT_RISK_FIELDS, atRiskVerdict } from '../matter/at-risk.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-LE-05: safeguarding under Schedule 8 has the same tests as under Schedule 1. */
export const rLe05 = assertionRule({
  id: 'R-LE-05',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on safeguarding, Schedule 8 para 4',
  fields: [...AT_RISK_FIELDS, 'assertions[].sch8Para', 'assertions[].regime'],
  citation: seenIn('Data Protection Act 2018 Schedule 8 para 4', 'L4'),
  message: 'This record does not show a yes to each test for a child or an individual at risk',
  whatToDo:
    'Record each part of the test for the person, and why consent cannot be given, sought or waited for.',
  applies: (matter) => allOf(isPart3(matter), matter.assertion.sch8Para === 4),
  evaluate: ({ assertion }) => atRiskVerdict(assertion),
});
