import { regimes, type Regime } from '../../../legal-basis/record/basis/regime.js';
import { valueAt } from '../content-at.js';
import type { RecordList } from '../lists.js';

const GDPR: readonly Regime[] = ['GDPR2018', 'UKGDPR', 'UKGDPR_DUAA'];
const PART_3: readonly Regime[] = ['DPA_PART3'];

/** What is asked of a legal basis before its law is known, and whatever the law. */
const BEFORE_THE_LAW = ['controllerOrgId', 'regime', 'validFrom', 'validTo', 'purposeCodes'];

/**
 * Beginnings of the paths of a legal basis that only some laws ask (legal-basis.md §3.3 to §3.5): the longest that fits
 * decides, and what none fits every law asks.
 */
const ASKED_ONLY_UNDER: readonly (readonly [beginning: string, regimes: readonly Regime[]])[] = [
  ['dpa1998', ['DPA1998']],
  ['art6', GDPR],
  ['annex1', ['UKGDPR_DUAA']],
  ['outsidePublicTasks', GDPR],
  ['consentProfileId', [...GDPR, ...PART_3]],
  ['art9', GDPR],
  ['s11', GDPR],
  ['subjectIncapable', GDPR],
  ['notForProfitAim', GDPR],
  ['membersOnly', GDPR],
  ['individualDecisions', GDPR],
  ['researchSafeguardsRef', GDPR],
  ['claimRef', GDPR],
  ['sch1', GDPR],
  ['sch1NoConsentReason', [...GDPR, ...PART_3]],
  ['atRiskTest', [...GDPR, ...PART_3]],
  ['substantialPublicInterest', GDPR],
  ['substantialPublicInterest.reason', [...GDPR, ...PART_3]],
  ['substantialPublicInterest.proceedings', [...GDPR, ...PART_3]],
  ['substantialPublicInterest.protection', [...GDPR, ...PART_3]],
  ['apdId', GDPR],
  ['wholeCaseload', GDPR],
  ['perPersonRecord', GDPR],
  ['unlawfulActText', GDPR],
  ['offences', GDPR],
  ['offenceData', GDPR],
  ['art10', GDPR],
  ['leaPurpose', PART_3],
  ['s35', PART_3],
  ['sch8Para', PART_3],
  ['strictlyNecessaryText', PART_3],
  ['s42ApdId', PART_3],
];

const LONGEST_FIRST = ASKED_ONLY_UNDER.toSorted(([one], [other]) => other.length - one.length);

/** Whether a legal basis under this law is asked for the answer at a path. */
export function isAskedUnder(regime: Regime, path: string): boolean {
  const longest = LONGEST_FIRST.find(([beginning]) => path.startsWith(beginning));
  return longest === undefined || longest[1].includes(regime);
}

/**
 * Whether the page of an item asks for the answer at a path: a legal basis is asked what its own law asks, and only whose
 * it is, under which law and for which days until that law is chosen.
 */
export function isAskedOf({ path: list }: RecordList, item: unknown, path: string): boolean {
  if (list !== 'assertions' || BEFORE_THE_LAW.includes(path)) return true;
  const regime = regimeOf(item);
  return regime !== null && isAskedUnder(regime, path);
}

/** The law under which a legal basis is asserted; null where it is not chosen or not known. */
export function regimeOf(assertion: unknown): Regime | null {
  const said = valueAt(assertion, 'regime');
  return regimes.find(({ code }) => code === said)?.code ?? null;
}
