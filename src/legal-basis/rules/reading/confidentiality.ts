import type { FlowRecord } from '../../record/flow-record.js';
import { type Truth, allOf, anyOf } from '../../record/answers/not-known.js';
import { assertsAny, holdsAny, isAsserted, isCode } from './codes.js';
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
  'mechanism',
  'sources',
] as const;

/**
 * Whether confidential patient information leaves a body that gives care: a provider of health care whatever its team
 * does, and a council or a voluntary body where its team gives care.
 */
export function leavesCare(flow: FlowRecord): Truth {
  return allOf(isFromCare(flow), carriesPatientInformation(flow));
}

/**
 * Whether a flow carries what is known of patients: it says that it carries data concerning health; or whoever gives care
 * opens its record, or shares what it learned in care, whatever the data are called. Names alone are enough: that somebody
 * is in contact with a service says something of their care (National Health Service Act 2006 s251(10) and (11), as
 * appendix 6 of NHS England's operational policy guidance on the national data opt-out reads it).
 */
export function carriesPatientInformation(flow: FlowRecord): Truth {
  const opensTheRecord = isCode(flow.mechanism, 'FULL_RECORD_ACCESS', 'READ_ONLY_VIEW');
  const learnedInCare = allOf(
    comeFromCare(flow),
    holdsAny(flow.dataCategories, () => true),
  );
  const isKnownFromCare = allOf(anyOf(opensTheRecord, learnedInCare), isFromCare(flow));
  return isKnownFromCare === true ? true : carriesHealth(flow);
}

/** Whether data come from contact with a service of care, as their sources say. */
export function comeFromCare(flow: FlowRecord): Truth {
  return assertsAny(flow.sources, 'CLINICAL_CONTACT', 'ED_CONTACT', 'AMBULANCE_CONTACT');
}

function isFromCare(flow: FlowRecord): Truth {
  const sender = partyOf(flow, flow.senderOrgId);
  return kindOf(sender)?.care === 'YES' ? true : givesCare(sender);
}

/** Whether data travel under an arrangement, and not because somebody decided it for one person. */
export function underAnArrangement(flow: FlowRecord): Truth {
  return isCode(flow.frequency, 'STANDING', 'PER_PANEL', 'CONTINUOUS');
}

/** The fields from which it is read whether nobody decides before data are seen. */
export const NOBODY_DECIDES_FIELDS = ['frequency', 'mechanism'] as const;

/**
 * Whether nobody decides before data are seen: they travel under an arrangement, or the record can be looked into whenever
 * somebody likes. “Case by case” is not believed of an open view.
 */
export function nobodyDecides(flow: FlowRecord): Truth {
  return anyOf(underAnArrangement(flow), canBeLookedInto(flow));
}

/** Whether data can be looked at whenever somebody likes. */
export function canBeLookedInto(flow: FlowRecord): Truth {
  return isCode(flow.mechanism, 'FULL_RECORD_ACCESS', 'READ_ONLY_VIEW', 'SHARED_FOLDER');
}

/** Whether a flow takes one of these routes through the duty of confidentiality. */
export function hasRoute(flow: FlowRecord, ...routes: Route[]): Truth {
  return isAsserted(flow.confidentiality?.route, ...routes);
}
