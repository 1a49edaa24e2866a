import { consentSettings, type ConsentProfile } from '../../record/basis/consent-profile.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { statementState, type Truth, allOf, anyOf, not } from '../../record/answers/not-known.js';
import type { AssertionMatter, Matter } from './matter.js';
import { fault, holds, notKnown, together, type Verdict } from './verdict.js';
import { isPart3, isUkGdpr } from './assertions.js';
import { assertsAny, holdsAny, isAsserted } from '../reading/codes.js';
import { hasRoute } from '../reading/confidentiality.js';

/** The fields from which reliance on consent, and the profile relied on, are read. */
export const CONSENT_FIELDS = [
  'assertions[].regime',
  'assertions[].art6',
  'assertions[].art9',
  'assertions[].s35Condition',
  'assertions[].consentProfileId',
  'consentProfiles[].id',
] as const;

/**
 * Whether an assertion relies on consent under data-protection law: for Article 6, for Article 9, or for sensitive
 * processing under Part 3, where consent is no less free.
 */
export function reliesOnConsent(matter: AssertionMatter): Truth {
  const { art6, art9, s35Condition } = matter.assertion;
  return anyOf(
    allOf(isUkGdpr(matter), anyOf(isAsserted(art6, '6_1_a'), assertsAny(art9, '9_2_a'))),
    allOf(isPart3(matter), isAsserted(s35Condition, 'CONSENT')),
  );
}

/** The fields from which reliance on consent under the duty of confidentiality, and the profile relied on, are read. */
export const CONFIDENTIAL_CONSENT_FIELDS = [
  'confidentiality.route',
  'confidentiality.consentProfileId',
  'consentProfiles[].id',
  'consentProfiles[].type',
] as const;

/** Whether a flow relies on consent under the common-law duty of confidentiality. */
export function reliesOnConfidentialConsent({ flow }: Matter): Truth {
  return hasRoute(flow, 'EXPLICIT_CONSENT');
}

/**
 * Asks about the consent under the duty of confidentiality: the profile that is named, or where none is named each profile
 * of that kind. Nothing described is nothing to rely on.
 */
export function ofConfidentialConsent({ flow }: Matter, ask: (profile: ConsentProfile) => Verdict): Verdict {
  const named = profileOf(flow, flow.confidentiality?.consentProfileId);
  const profiles =
    named === null ? (flow.consentProfiles ?? []).filter(({ type }) => type === 'CLDC') : [named];
  return profiles.length === 0
    ? fault('it describes no consent under the duty of confidentiality')
    : together(...profiles.map(ask));
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

const PRESSING: readonly string[] = consentSettings
  .filter((setting) => setting.pressing)
  .map((setting) => setting.code);

/** Whether consent is asked for where a person can refuse; pressure even once, among other places, is pressure. */
export function askedWithoutPressure({ settings }: ConsentProfile): Verdict {
  return holds(
    not(holdsAny(settings, (setting) => PRESSING.includes(setting))),
    'it was asked for in detention, in custody, or by a police officer who was present',
  );
}
