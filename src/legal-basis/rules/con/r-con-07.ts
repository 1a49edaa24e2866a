import { statementState, anyOf, not } from '../../record/answers/not-known.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { AssertionMatter, Matter } from '../matter/matter.js';
import { caution, cautionUnless, shown, together, type Verdict } from '../matter/verdict.js';
import { isAsserted, isCode } from '../reading/codes.js';
import { CONSENT_FIELDS, profileOf, reliesOnConsent } from '../matter/consent.js';

/** R-CON-07: consent under data-protection law and consent under the duty of confidentiality are two records. */
export const rCon07 = flowRule({
  id: 'R-CON-07',
  version: 2,
  kind: 'C',
  appliesTo: 'reliance on consent of either kind',
  fields: [
    'consentProfiles[].type',
    'confidentiality.route',
    'confidentiality.consentProfileId',
    ...CONSENT_FIELDS,
  ],
  citation: seenIn('Guidance: two distinct concepts of consent', 'L11'),
  message: 'This record does not show separate records of the two kinds of consent',
  whatToDo: 'Keep two consent profiles, even where one form asks for both.',
  applies: (matter) =>
    anyOf(
      isAsserted(matter.flow.confidentiality?.route, 'EXPLICIT_CONSENT'),
      ...matter.eachAssertion.map(reliesOnConsent),
    ),
  evaluate: (matter) => together(...typesFit(matter), notTheSame(matter)),
});

function relying(matter: Matter): AssertionMatter[] {
  return matter.eachAssertion.filter((each) => reliesOnConsent(each) === true);
}

function typesFit(matter: Matter): Verdict[] {
  const { confidentiality } = matter.flow;
  return [
    ...relying(matter).map(({ assertion }) => isOfType(matter, assertion.consentProfileId, 'UKGDPR')),
    confidentiality?.route === 'EXPLICIT_CONSENT'
      ? isOfType(matter, confidentiality.consentProfileId, 'CLDC')
      : shown,
  ];
}

function isOfType({ flow }: Matter, id: string | null | undefined, type: string): Verdict {
  return cautionUnless(not(isCode(profileOf(flow, id)?.type, type === 'CLDC' ? 'UKGDPR' : 'CLDC')), CONFUSED);
}

function notTheSame(matter: Matter): Verdict {
  const { flow } = matter;
  const id =
    flow.confidentiality?.route === 'EXPLICIT_CONSENT' ? flow.confidentiality.consentProfileId : null;
  if (statementState(id) !== 'STATED') return shown;
  const used = relying(matter).some(({ assertion }) => assertion.consentProfileId === id);
  return used ? caution(CONFUSED) : shown;
}

const CONFUSED =
  'Consent under data-protection law and consent under the duty of confidentiality are two things, and this record uses one for the other.';
