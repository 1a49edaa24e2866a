import type { Assertion } from '../../record/basis/assertion.js';
import { chosen, fault, holdsOnRecord, notKnown, shown, together, type Verdict } from './verdict.js';

/** The fields of the "individual at risk" test. */
export const LIMB_FIELDS = [
  'assertions[].atRiskTest.under18',
  'assertions[].atRiskTest.careNeeds',
  'assertions[].atRiskTest.harmRisk',
  'assertions[].atRiskTest.unableToProtect',
] as const;

/** The fields of the "individual at risk" test and of the reason for having no consent. */
export const AT_RISK_FIELDS = ['assertions[].sch1NoConsentReason', ...LIMB_FIELDS] as const;

/**
 * The tests of Schedule 1 para 18, which Schedule 8 para 4 shares: a person under 18, or every limb of the "individual
 * at risk" test; and one of the three reasons for having no consent, of which "the person refused" is none.
 */
export function atRiskVerdict(assertion: Assertion): Verdict {
  return together(...atRiskLimbs(assertion), oneOfThreeReasons(assertion));
}

/** Who is protected: somebody under 18, or each limb of the test, which UK GDPR Annex 1 paras 6 to 8 share. */
export function atRiskLimbs({ atRiskTest }: Assertion): Verdict[] {
  if (atRiskTest?.under18 === true) return [shown];
  return [
    holdsOnRecord(atRiskTest?.careNeeds, 'no needs for care and support are recorded'),
    holdsOnRecord(atRiskTest?.harmRisk, 'no neglect, harm or risk of it is recorded'),
    holdsOnRecord(atRiskTest?.unableToProtect, 'it is not recorded that the person cannot protect themself'),
  ];
}

/** One of the three reasons that paras 17 to 19 accept for having no consent; that the person refused is none. */
export function oneOfThreeReasons({ sch1NoConsentReason }: Assertion): Verdict {
  if (sch1NoConsentReason === 'PERSON_REFUSED')
    return fault('that the person refused is not a reason to do without consent');
  if (sch1NoConsentReason === 'NOT_KNOWN') return notKnown('why there is no consent');
  return chosen(sch1NoConsentReason, 'no reason is given for having no consent');
}
