import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { holds, together } from '../matter/verdict.js';
import { agreementExists } from '../reading/agreements.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-AGR-04: a processor has a contract and no purposes of its own. */
export const rAgr04 = flowRule({
  id: 'R-AGR-04',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a processor',
  fields: [
    'controllership.agreements[].type',
    'parties[].usesForOwnPurposes',
    'parties[].role',
    'parties[].orgId',
    'parties[].name',
  ],
  citation: beingChecked('UK GDPR Article 28'),
  message: 'This record does not show a processor under contract that uses the data only as instructed',
  whatToDo:
    'Attach the contract. A supplier that benchmarks or publishes for itself is a controller, and needs a basis.',
  applies: ({ flow }) => (flow.parties ? flow.parties.some((party) => party.role === 'PROCESSOR') : null),
  evaluate: ({ flow }) =>
    together(
      holds(agreementExists(flow, 'ART28'), 'there is no contract'),
      ...(flow.parties ?? [])
        .filter((party) => party.role === 'PROCESSOR')
        .map((party) =>
          holds(
            not(party.usesForOwnPurposes),
            `${party.name ?? party.orgId ?? 'it'} uses the data for purposes of its own`,
          ),
        ),
    ),
});
