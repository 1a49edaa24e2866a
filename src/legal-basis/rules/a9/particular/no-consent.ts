import { isCode } from '../../reading/codes.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { holds, together, type Verdict } from '../../matter/verdict.js';

/** The fields from which it is read why a paragraph of Schedule 1 is relied on without consent. */
export const CONSENT_REASON_FIELDS = [
  'assertions[].sch1NoConsentReason',
  'assertions[].substantialPublicInterest.noneWithheld',
] as const;

/** The only reason of para 12: the controller cannot reasonably be expected to obtain consent. */
export function notReasonablyObtained({ assertion: { sch1NoConsentReason } }: AssertionMatter): Verdict {
  return holds(
    isCode(sch1NoConsentReason, 'CANNOT_REASONABLY_BE_OBTAINED'),
    'the reason for having no consent is not that it cannot reasonably be obtained',
  );
}

/** What paras 9 and 16 ask: consent cannot reasonably be obtained, and nobody is known to withhold it. */
export function consentNotToBeHad(matter: AssertionMatter): Verdict {
  return together(
    notReasonablyObtained(matter),
    holds(
      matter.assertion.substantialPublicInterest?.noneWithheld,
      'somebody concerned is known to withhold consent',
    ),
  );
}
