import { purposes } from '../../../record/basis/purpose.js';
import { knownCodes } from '../../../record/answers/not-known.js';
import { flowRule } from '../../engine/flow-rule.js';
import { seenIn } from '../../engine/citation.js';
import { caution, fault, notKnown, shown } from '../../matter/verdict.js';
import { hasRoute } from '../../reading/confidentiality.js';

/** R-CF-15: implied consent is for direct care, and for no other purpose beside it. */
export const rCf15 = flowRule({
  id: 'R-CF-15',
  version: 1,
  kind: 'L/C',
  appliesTo: 'reliance on implied consent for direct care',
  fields: ['purposeCodes', 'confidentiality.route'],
  citation: seenIn('Guidance on the common-law duty of confidentiality', 'L11'),
  message: 'This record does not show that the sharing is for direct care and nothing else',
  whatToDo:
    'Find another route for each purpose that is not the care of this person, or leave that purpose out.',
  applies: ({ flow }) => hasRoute(flow, 'IMPLIED_CONSENT_DIRECT_CARE'),
  evaluate: ({ flow }) => {
    const chosen = knownCodes(flow.purposeCodes);
    if (chosen === null || chosen.length === 0) return notKnown('the purposes');
    const others = purposes.filter(({ code, care }) => care === 'NO' && chosen.includes(code));
    if (others.length > 0) return fault(others.map(({ label }) => `“${label}” is not care`).join('; '));
    return purposes.some(({ code, care }) => care === 'ASK' && chosen.includes(code))
      ? caution('A purpose chosen here may go beyond the care of this person.')
      : shown;
  },
});
