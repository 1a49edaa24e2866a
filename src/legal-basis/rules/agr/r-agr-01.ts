import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { cautionUnless, holds } from '../matter/verdict.js';
import { agreementExists } from '../reading/agreements.js';
import { isCode } from '../reading/codes.js';

/** R-AGR-01: regular sharing has an agreement; in law that is good practice, here it is policy. */
export const rAgr01 = flowRule({
  id: 'R-AGR-01',
  version: 1,
  kind: 'C/P',
  appliesTo: 'sharing that is not a single emergency',
  fields: ['controllership.agreements[].type', 'frequency'],
  thresholds: ['missingAgreement'],
  citation: seenIn('Data-sharing code of practice: expected, not mandatory; the platform asks for it', 'L16'),
  message: 'This record does not show a data-sharing agreement',
  whatToDo: 'Attach the agreement. The law expects it as good practice; the platform asks for it.',
  applies: ({ flow }) => not(isCode(flow.frequency, 'ONE_OFF_EMERGENCY')),
  evaluate: ({ flow, settings }) =>
    settings.missingAgreement === 'FAIL'
      ? holds(agreementExists(flow, 'DSA'), 'there is none')
      : cautionUnless(agreementExists(flow, 'DSA'), 'There is no data-sharing agreement.'),
});
