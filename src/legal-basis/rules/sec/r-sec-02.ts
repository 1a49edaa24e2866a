import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { cautionUnless, together } from '../matter/verdict.js';
import { ACCESS_FIELDS, policeHaveAccounts } from '../reading/police-access.js';

/** R-SEC-02: police account holders are bound, vetted and trained. */
export const rSec02 = flowRule({
  id: 'R-SEC-02',
  version: 1,
  kind: 'C',
  appliesTo: 'police accounts on a clinical system',
  fields: ['security.confidentialityAgreement', 'security.vetting', 'security.training', ...ACCESS_FIELDS],
  citation: beingChecked('Guidance on access to clinical systems'),
  message:
    'This record does not show that police account holders are bound to confidentiality, vetted and trained',
  whatToDo: 'Have each account holder sign, be vetted and be trained, and record the day.',
  applies: ({ flow }) => policeHaveAccounts(flow),
  evaluate: ({ flow: { security } }) =>
    together(
      cautionUnless(
        security?.confidentialityAgreement,
        'Police account holders have signed no confidentiality agreement.',
      ),
      cautionUnless(security?.vetting, 'Police account holders are not vetted for this access.'),
      cautionUnless(security?.training, 'Police account holders are not trained for this access.'),
    ),
});
