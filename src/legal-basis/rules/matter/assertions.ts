import type { Article6 } from '../../record/basis/article-6.js';
import type { FlowRecord } from '../../record/flow-record.js';
import type { Article9 } from '../../record/basis/article-9.js';
import { type Truth, allOf, anyOf } from '../../record/answers/not-known.js';
import type { AssertionMatter } from './matter.js';
import { assertsAny, isAsserted, isCode } from '../reading/codes.js';
import { nationOf } from '../reading/parties.js';
import type { Reach } from '../reading/law/picked-law.js';

/** The fields from which the controller of an assertion, and the kind of body it is, are read. */
export const CONTROLLER_FIELDS = [
  'assertions[].controllerOrgId',
  'parties[].orgId',
  'parties[].orgType',
] as const;

/** Whether an assertion is made under the GDPR as it applied in the United Kingdom, in any of its three forms. */
export function isUkGdpr(matter: AssertionMatter): Truth {
  return isCode(matter.assertion.regime, 'GDPR2018', 'UKGDPR', 'UKGDPR_DUAA');
}

/**
 * The lists of purposes by which an assertion is judged: its own, or the flow's where it names none; and the flow's as well
 * where they share none, since a purpose that the flow does not have is not the reason for it.
 */
export function purposesOf({ flow, assertion }: AssertionMatter): readonly FlowRecord['purposeCodes'][] {
  const ofFlow = flow.purposeCodes;
  const named = assertion.purposeCodes;
  if (!named) return [ofFlow];
  return named.some((code) => ofFlow?.includes(code)) ? [named] : [named, ofFlow];
}

/** Whether an assertion is made under Part 3 of the Data Protection Act 2018. */
export function isPart3(matter: AssertionMatter): Truth {
  return isCode(matter.assertion.regime, 'DPA_PART3');
}

/** Whether a UK GDPR assertion relies on one of these Article 6 bases. */
export function reliesOn6(matter: AssertionMatter, ...bases: Article6[]): Truth {
  return allOf(isUkGdpr(matter), isAsserted(matter.assertion.art6, ...bases));
}

/** Whether a UK GDPR assertion relies on one of these Article 9 conditions. */
export function reliesOn9(matter: AssertionMatter, ...conditions: Article9[]): Truth {
  return allOf(isUkGdpr(matter), assertsAny(matter.assertion.art9, ...conditions));
}

/** Whether a UK GDPR assertion relies on one of these Schedule 1 paragraphs for special-category data. */
export function reliesOnParagraph(matter: AssertionMatter, ...paragraphs: string[]): Truth {
  return allOf(isUkGdpr(matter), assertsAny(matter.assertion.sch1Paras, ...paragraphs));
}

/** The fields in which an assertion names paragraphs of Schedule 1, for special categories and for data about offences. */
export const PARAGRAPH_FIELDS = [
  'assertions[].sch1Paras',
  'assertions[].art10Sch1Paras',
  'assertions[].regime',
] as const;

/** Whether a UK GDPR assertion relies on one of these paragraphs, for special categories or for data about offences. */
export function usesParagraph(matter: AssertionMatter, ...paragraphs: string[]): Truth {
  const { sch1Paras, art10Sch1Paras } = matter.assertion;
  return allOf(
    isUkGdpr(matter),
    anyOf(assertsAny(sch1Paras, ...paragraphs), assertsAny(art10Sch1Paras, ...paragraphs)),
  );
}

/** The fields from which it is read when and where picked law has to apply. */
export const REACH_FIELDS = [
  'assertions[].validFrom',
  'assertions[].validTo',
  'startDate',
  'endDate',
  'parties[].nation',
  ...CONTROLLER_FIELDS,
] as const;

/** The days and the nation in which law that an assertion picks has to apply. */
export function reachOf({ controller, from, to }: AssertionMatter): Reach {
  return { from, to, nation: nationOf(controller) };
}
