import type { ConsentProfile } from '../../record/basis/consent-profile.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { statementState, type Truth, allOf, anyOf } from '../../record/answers/not-known.js';
import type { AssertionMatter } from './matter.js';
import { notKnown, type Verdict } from './verdict.js';
import { isUkGdpr } from './assertions.js';
import { assertsAny, isAsserted } from '../reading/codes.js';

/** The fields from which reliance on consent, and the profile relied on, are read. */
export const CONSENT_FIELDS = [
  'assertions[].regime',
  'assertions[].art6',
  'assertions[].art9',
  'assertions[].consentProfileId',
  'consentProfiles[].id',
] as const;

/** Whether an assertion relies on consent under data-protection law, for Article 6 or for Article 9. */
export function reliesOnConsent(matter: AssertionMatter): Truth {
  const { art6, art9 } = matter.assertion;
  return allOf(isUkGdpr(matter), anyOf(isAsserted(art6, '6_1_a'), assertsAny(art9, '9_2_a')));
}

/** The consent profile with an identifier; null where the record does not hold it. */
export function profileOf(flow: FlowRecord, id: string | null | undefined): ConsentProfile | null {
  if (statementState(id) !== 'STATED') return null;
  return (flow.consentProfiles ?? []).find((profile) => profile.id === id) ?? null;
}

/** Asks about the consent profile of an assertion; without one nothing is known of it, and R-CON-01 asks for it. */
export function ofProfile(matter: AssertionMatter, ask: (profile: ConsentProfile) => Verdict): Verdict {
  const profile = profileOf(matter.flow, matter.assertion.consentProfileId);
  return profile === null ? notKnown('the consent profile') : ask(profile);
}
