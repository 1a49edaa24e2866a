import type { FlowRecord } from '../../record/flow-record.js';
import { type Truth, allOf } from '../../record/answers/not-known.js';
import { isAsserted, isCode } from './codes.js';
import { carriesHealth } from './health.js';
import { givesCare, kindOf, partyOf } from './parties.js';

type Route = NonNullable<NonNullable<FlowRecord['confidentiality']>['route']>;

/** The fields from which it is read whether confidential patient information leaves a care provider. */
export const LEAVING_FIELDS = [
  'senderOrgId',
  'parties[].orgId',
  'parties[].orgType',
  'parties[].providesCare',
  'dataCategories',
] as const;

/**
 * Whether confidential patient information leaves a body that gives care: a provider of health care whatever its team
 * does, and a council or a voluntary body where its team gives care.
 */
export function leavesCare(flow: FlowRecord): Truth {
  const sender = partyOf(flow, flow.senderOrgId);
  const kind = kindOf(sender);
  return allOf(kind?.care === 'YES' ? true : givesCare(sender), carriesHealth(flow));
}

/** Whether data travel under an arrangement, and not because somebody decided it for one person. */
export function underAnArrangement(flow: FlowRecord): Truth {
  return isCode(flow.frequency, 'STANDING', 'PER_PANEL', 'CONTINUOUS');
}

/** Whether a flow takes one of these routes through the duty of confidentiality. */
export function hasRoute(flow: FlowRecord, ...routes: Route[]): Truth {
  return isAsserted(flow.confidentiality?.route, ...routes);
}
