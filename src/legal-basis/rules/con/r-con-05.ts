import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { cautionUnless, holds, together } from '../matter/verdict.js';
import { CONSENT_FIELDS, ofProfile, reliesOnConsent } from '../matter/consent.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-CON-05: capacity is recorded, and consent is reviewed. */
export const rCon05 = assertionRule({
  id: 'R-CON-05',
  version: 2,
  kind: 'L/C',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on consent under data-protection law',
  fields: ['consentProfiles[].capacityRecorded', 'consentProfiles[].reviewInterval', ...CONSENT_FIELDS],
  thresholds: ['consentReviewMonths'],
  citation: seenIn(
    'Mental Capacity Act 2005 ss2–3; Health and Care Professions Council, guidance on confidentiality; how often consent is reviewed is platform policy',
    'L56',
    'L53',
  ),
  message: 'This record does not show that capacity is recorded and consent reviewed',
  whatToDo: 'Record capacity for this decision, and agree when consent is looked at again.',
  applies: reliesOnConsent,
  evaluate: (matter) =>
    ofProfile(matter, (profile) =>
      together(
        holds(profile.capacityRecorded, 'capacity is not recorded'),
        cautionUnless(
          isWithin(profile.reviewInterval, matter.settings.consentReviewMonths),
          `Consent is reviewed less often than every ${matter.settings.consentReviewMonths} months.`,
        ),
      ),
    ),
});

function isWithin(months: number | null | undefined, limit: number): boolean | null {
  return months === null || months === undefined ? null : months <= limit;
}
