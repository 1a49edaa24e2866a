import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { AGREEMENT_FIELDS, ofBestAgreement } from '../matter/documents/agreements.js';
import { caution, shown } from '../matter/verdict.js';
import { isCode } from '../reading/codes.js';

/** R-AGR-01: regular sharing has an agreement; in law that is good practice, here it is policy. */
export const rAgr01 = flowRule({
  id: 'R-AGR-01',
  version: 3,
  kind: 'C/P',
  appliesTo: 'sharing that is not a single emergency',
  fields: [...AGREEMENT_FIELDS, 'frequency'],
  thresholds: ['missingAgreement'],
  citation: seenIn('Data-sharing code of practice: expected, not mandatory; the platform asks for it', 'L16'),
  message: 'This record does not show a data-sharing agreement',
  whatToDo: 'Attach the agreement. The law expects it as good practice; the platform asks for it.',
  applies: ({ flow }) => not(isCode(flow.frequency, 'ONE_OFF_EMERGENCY')),
  evaluate: ({ flow, settings }) => {
    const agreed = ofBestAgreement(flow, 'DSA', () => shown, 'that there is a data-sharing agreement');
    return agreed.found === 'FAULT' && settings.missingAgreement === 'WARN'
      ? caution('There is no data-sharing agreement.')
      : agreed;
  },
});
