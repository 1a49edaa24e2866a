import { allOf, anyOf, type Truth } from '../../record/answers/not-known.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { assertsAny, includesAny } from '../reading/codes.js';
import { comeFromCare } from '../reading/confidentiality.js';
import { isPolice, partyOf } from '../reading/parties.js';

/** The fields from which it is read what data were gathered for, whatever the record calls it. */
export const GATHERED_FIELDS = [
  'reuse.gatheredFor',
  'sources',
  'dataCategories',
  'senderOrgId',
  'parties[].orgId',
  'parties[].orgType',
] as const;

/** Whether data were gathered for care: the record says so, or their sources do. */
export function gatheredForCare(flow: FlowRecord): Truth {
  return anyOf(includesAny(flow.reuse?.gatheredFor, 'CARE'), comeFromCare(flow));
}

/** Whether data were gathered for law enforcement: the record says so, or the police send what they hold of offences. */
export function gatheredForEnforcement(flow: FlowRecord): Truth {
  return anyOf(
    includesAny(flow.reuse?.gatheredFor, 'LAW_ENFORCEMENT'),
    allOf(
      isPolice(partyOf(flow, flow.senderOrgId)),
      assertsAny(flow.dataCategories, 'CUSTODY', 'ALLEGATION', 'CONVICTION'),
    ),
  );
}
