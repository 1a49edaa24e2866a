import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { holds, together } from '../matter/verdict.js';
import { ACCESS_FIELDS, policeHaveAccounts } from '../reading/police-access.js';

/** R-SEC-01: police accounts on a clinical system are personal, limited and logged. */
export const rSec01 = flowRule({
  id: 'R-SEC-01',
  version: 1,
  kind: 'L',
  appliesTo: 'police accounts on a clinical system',
  fields: ['security.sharedLogin', 'security.roleLimits', 'security.accessLog', ...ACCESS_FIELDS],
  citation: seenIn('UK GDPR Article 5(1)(f); Article 32 (reference being checked)', 'L31'),
  message: 'This record does not show police accounts that are personal, limited by role and logged',
  whatToDo: 'End shared logins, limit what each role sees, and keep a log that somebody reads.',
  applies: ({ flow }) => policeHaveAccounts(flow),
  evaluate: ({ flow: { security } }) =>
    together(
      holds(not(security?.sharedLogin), 'people share a login'),
      holds(security?.roleLimits, 'access is not limited by role'),
      holds(security?.accessLog, 'access is not logged'),
    ),
});
