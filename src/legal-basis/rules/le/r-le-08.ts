import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { allOf, anyOf } from '../../record/answers/not-known.js';
import { cautionUnless, holds, together } from '../matter/verdict.js';
import { isCode } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-LE-08: an automated police system keeps logs and tells suspects from victims. */
export const rLe08 = flowRule({
  id: 'R-LE-08',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an automated system under Part 3',
  fields: [
    'security.s62Logging',
    'security.s38Categories',
    'security.automatedPart3System',
    'assertions[].regime',
  ],
  citation: beingChecked('Data Protection Act 2018 ss38 and 62'),
  message: 'This record does not show that the police system keeps the logs it has to keep',
  whatToDo: 'Record that the system logs who collected, altered, consulted and disclosed data.',
  applies: ({ flow }) =>
    allOf(
      anyOf(...(flow.assertions ?? []).map((assertion) => isCode(assertion.regime, 'DPA_PART3'))),
      flow.security?.automatedPart3System ?? null,
    ),
  evaluate: ({ flow }) =>
    together(
      holds(flow.security?.s62Logging, 'it keeps none'),
      cautionUnless(
        flow.security?.s38Categories,
        'The police system does not tell suspects, convicted people, victims and witnesses apart.',
      ),
    ),
});
