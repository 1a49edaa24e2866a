import { type Truth, allOf } from '../../record/answers/not-known.js';
import type { AssertionMatter } from './matter.js';
import { isCompetentAuthority, partyOf, recipientIds } from '../reading/parties.js';

/** The fields from which it is read whether a Schedule 1 condition needs an appropriate policy document. */
export const POLICY_FIELDS = [
  'recipientOrgIds',
  'parties[].orgId',
  'parties[].orgType',
  'parties[].competentAuthority',
] as const;

/**
 * Whether any of these Schedule 1 paragraphs needs an appropriate policy document: Part 1 para 1 and all of Part 2 do,
 * except para 10 for a disclosure to a competent authority (Schedule 1 paras 1(1)(b), 5, 10(2), 39).
 */
export function needsPolicyDocument(matter: AssertionMatter, paragraphs: readonly string[]): Truth {
  const needy = paragraphs.filter((paragraph) => paragraph === 'P1.1' || paragraph.startsWith('P2.'));
  if (needy.length === 0) return false;
  if (needy.some((paragraph) => paragraph !== 'P2.10')) return true;
  const recipients = recipientIds(matter.flow);
  if (recipients.length === 0) return null;
  const exempt = allOf(...recipients.map((id) => isCompetentAuthority(partyOf(matter.flow, id))));
  return exempt === null ? null : !exempt;
}
