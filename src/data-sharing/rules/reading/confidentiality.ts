import type { DataFlow } from '../../record/data-flow.js';
import type { Truth } from '../../record/not-known.js';
import { allOf } from '../engine/truth.js';
import { isAsserted } from './codes.js';
import { carriesHealth } from './health.js';
import { isOneOf, partyOf } from './parties.js';

type Route = NonNullable<NonNullable<DataFlow['confidentiality']>['route']>;

/** The fields from which it is read whether confidential patient information leaves a care provider. */
export const LEAVING_FIELDS = [
  'senderOrgId',
  'parties[].orgId',
  'parties[].orgType',
  'dataCategories',
] as const;

/** Whether confidential patient information leaves a trust, an ambulance service, an emergency department or a practice. */
export function leavesCare(flow: DataFlow): Truth {
  const sender = partyOf(flow, flow.senderOrgId);
  return allOf(
    isOneOf(sender, 'NHS_MH_TRUST', 'NHS_ACUTE', 'NHS_AMBULANCE', 'NHS_COMMUNITY', 'GP'),
    carriesHealth(flow),
  );
}

/** Whether a flow takes one of these routes through the duty of confidentiality. */
export function hasRoute(flow: DataFlow, ...routes: Route[]): Truth {
  return isAsserted(flow.confidentiality?.route, ...routes);
}
