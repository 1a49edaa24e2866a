import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import type { Party } from '../../record/transfer/party.js';
import { AGREEMENT_FIELDS, inForceUntil, ofBestAgreement } from '../matter/documents/agreements.js';
import type { Matter } from '../matter/matter.js';
import { holds, together, type Verdict } from '../matter/verdict.js';
import { agreementExists, agreementsOf } from '../reading/agreements.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { controllersOf, PARTY_FIELDS } from '../reading/parties.js';

/** R-AGR-04: a processor has a contract and no purposes of its own. */
export const rAgr04 = flowRule({
  id: 'R-AGR-04',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a processor',
  fields: [
    ...AGREEMENT_FIELDS,
    'parties[].usesForOwnPurposes',
    'parties[].name',
    ...PARTY_FIELDS,
    'startDate',
    'endDate',
  ],
  citation: beingChecked('UK GDPR Article 28'),
  message: 'This record does not show a processor under contract that uses the data only as instructed',
  whatToDo:
    'Attach a contract for each processor. A supplier that benchmarks or publishes for itself is a controller, and needs a basis.',
  applies: ({ flow }) => (flow.parties ? flow.parties.some((party) => party.role === 'PROCESSOR') : null),
  evaluate: (matter) =>
    together(
      ...(matter.flow.parties ?? [])
        .filter((party) => party.role === 'PROCESSOR')
        .flatMap((party) => [
          contracted(matter, party),
          holds(
            not(party.usesForOwnPurposes),
            `${party.name ?? party.orgId ?? 'it'} uses the data for purposes of its own`,
          ),
        ]),
    ),
});

/** Each processor has a contract that it and a controller signed; that of another processor binds nobody else. */
function contracted({ flow, to }: Matter, { orgId, name }: Party): Verdict {
  if (agreementsOf(flow, 'ART28').length === 0)
    return holds(agreementExists(flow, 'ART28'), 'there is no contract');
  return ofBestAgreement(
    flow,
    'ART28',
    (agreement) => {
      const signed = agreement.signedByOrgIds;
      return together(
        holds(
          signed ? signed.includes(orgId ?? '') : null,
          `${name ?? orgId ?? 'a processor'} signed no contract`,
        ),
        holds(
          signed ? controllersOf(flow).some((id) => signed.includes(id)) : null,
          'no controller signed it',
        ),
        inForceUntil(agreement, to),
      );
    },
    'that each processor has a contract',
  );
}
