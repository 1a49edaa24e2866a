import { platformPolicy } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { anyOf } from '../../record/answers/not-known.js';
import { caution, notKnown, shown, together } from '../matter/verdict.js';
import { isAsserted } from '../reading/codes.js';
import { CONSENT_FIELDS, reliesOnConsent } from '../matter/consent.js';

/** R-CON-08: where everybody agrees, somebody asks whether they were free not to. */
export const rCon08 = flowRule({
  id: 'R-CON-08',
  version: 2,
  kind: 'P',
  appliesTo: 'reliance on consent of either kind',
  fields: [
    'consentReturns[].caseload',
    'consentReturns[].consented',
    'confidentiality.route',
    ...CONSENT_FIELDS,
  ],
  thresholds: ['consentRateMinimumPeople'],
  citation: platformPolicy(),
  message: 'This record does not show how many people agreed and how many refused',
  whatToDo: 'Check how people were asked, and whether refusals are recorded.',
  applies: (matter) =>
    anyOf(
      isAsserted(matter.flow.confidentiality?.route, 'EXPLICIT_CONSENT'),
      ...matter.eachAssertion.map(reliesOnConsent),
    ),
  evaluate: ({ flow, settings }) => {
    const returns = flow.consentReturns ?? [];
    if (returns.length === 0) return notKnown('how many people agreed in any period');
    return together(
      ...returns.map(({ caseload, consented }) => {
        if (typeof caseload !== 'number' || typeof consented !== 'number')
          return notKnown('how many people agreed');
        return caseload >= settings.consentRateMinimumPeople && consented >= caseload
          ? caution('Everybody agreed in a period: check voluntariness.')
          : shown;
      }),
    );
  },
});
