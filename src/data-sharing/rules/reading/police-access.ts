import type { DataFlow } from '../../record/data-flow.js';
import type { Truth } from '../../record/not-known.js';
import { allOf, anyOf } from '../engine/truth.js';
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
export function policeHaveAccounts(flow: DataFlow): Truth {
  return anyOf(
    flow.security?.policeAccounts ?? null,
    allOf(anyRecipient(flow, isPolice), isCode(flow.mechanism, 'FULL_RECORD_ACCESS', 'READ_ONLY_VIEW')),
  );
}
