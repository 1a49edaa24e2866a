import type { FlowRecord } from '../../record/flow-record.js';
import { type Truth, allOf, anyOf } from '../../record/answers/not-known.js';
import { isCode } from './codes.js';
import { anyRecipient, isPolice } from './parties.js';

/** The fields from which it is read whether police have accounts on a clinical system. */
export const ACCESS_FIELDS = [
  'security.policeAccounts',
  'mechanism',
  'recipientOrgIds',
  'parties[].orgId',
  'parties[].orgType',
] as const;

/** Whether police have accounts on a clinical system: the record says so, or the police receive by looking into it. */
export function policeHaveAccounts(flow: FlowRecord): Truth {
  return anyOf(
    flow.security?.policeAccounts ?? null,
    allOf(anyRecipient(flow, isPolice), isCode(flow.mechanism, 'FULL_RECORD_ACCESS', 'READ_ONLY_VIEW')),
  );
}
