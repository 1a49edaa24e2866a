import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { holds, together } from '../matter/verdict.js';

/** R-AGR-05: a supplier that ceased has returned or erased what it held. */
export const rAgr05 = flowRule({
  id: 'R-AGR-05',
  version: 1,
  kind: 'L',
  appliesTo: 'a supplier that ceased',
  fields: [
    'parties[].erasureCertificate',
    'parties[].ceasedOn',
    'parties[].orgType',
    'parties[].orgId',
    'parties[].name',
  ],
  citation: beingChecked('UK GDPR Articles 28(3)(g) and 5(1)(e)'),
  message: 'This record does not show that a supplier that ceased returned or erased the data',
  whatToDo: 'Find out where the data went, and attach the certificate.',
  applies: ({ flow, asAt }) => ceased(flow, asAt).length > 0,
  evaluate: ({ flow, asAt }) =>
    together(
      ...ceased(flow, asAt).map((party) =>
        holds(
          party.erasureCertificate,
          `there is no certificate from ${party.name ?? party.orgId ?? 'the supplier'}`,
        ),
      ),
    ),
});

function ceased(flow: Matter['flow'], asAt: string) {
  return (flow.parties ?? []).filter(
    (party) => party.orgType === 'VENDOR' && Boolean(party.ceasedOn) && (party.ceasedOn ?? '') <= asAt,
  );
}
