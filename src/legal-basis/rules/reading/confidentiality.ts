import type { FlowRecord } from '../../record/flow-record.js';
import { type Truth, allOf } from '../../record/answers/not-known.js';
import { isAsserted } from './codes.js';
import { carriesHealth } from './health.js';
import { isOneOf, partyOf } from './parties.js';

type Route = NonNullable<NonNullable<FlowRecord['confidentiality']>['route']>;

/** The fields from which it is read whether confidential patient information leaves a care provider. */
export const LEAVING_FIELDS = [
  'senderOrgId',
  'parties[].orgId',
  'parties[].orgType',
  'dataCategories',
] as const;

/** Whether confidential patient information leaves a trust, an ambulance service, an emergency department or a practice. */
export function leavesCare(flow: FlowRecord): Truth {
  const sender = partyOf(flow, flow.senderOrgId);
  return allOf(
    isOneOf(sender, 'NHS_MH_TRUST', 'NHS_ACUTE', 'NHS_AMBULANCE', 'NHS_COMMUNITY', 'GP'),
    carriesHealth(flow),
  );
}

/** Whether a flow takes one of these routes through the duty of confidentiality. */
export function hasRoute(flow: FlowRecord, ...routes: Route[]): Truth {
  return isAsserted(flow.confidentiality?.route, ...routes);
}
