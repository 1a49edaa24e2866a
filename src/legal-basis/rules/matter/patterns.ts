import { type Truth, allOf, anyOf } from '../../record/answers/not-known.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { includesAny, isCode } from '../reading/codes.js';
import { carriesPatientInformation, LEAVING_FIELDS, nobodyDecides } from '../reading/confidentiality.js';
import { mayCarryOffences } from '../reading/health.js';
import { marksEmergencySystems } from '../reading/markers.js';
import { anyRecipient, givesCare, seemsPolice, partyOf } from '../reading/parties.js';
import { policeHaveAccounts } from '../reading/police-access.js';

/** The fields from which a flow to the police is read. */
const TO_POLICE_FIELDS = [
  'recipientOrgIds',
  'parties[].orgId',
  'parties[].orgType',
  'parties[].name',
] as const;

/** The fields from which it is read whether police see the notes of a caseload whenever they like. */
export const POLICE_SEE_FIELDS = [
  'frequency',
  'security.policeAccounts',
  ...LEAVING_FIELDS,
  ...TO_POLICE_FIELDS,
] as const;

/** Whether police can look into the notes of a caseload: under an arrangement, or with an account or a view of their own. */
export function policeSeeNotes(flow: FlowRecord): Truth {
  return allOf(
    anyRecipient(flow, seemsPolice),
    carriesPatientInformation(flow),
    anyOf(nobodyDecides(flow), policeHaveAccounts(flow)),
  );
}

/** The fields from which it is read whether police data decide about treatment. */
export const POLICE_DATA_FIELDS = [
  'senderOrgId',
  'sources',
  'dataCategories',
  'purposeCodes',
  'stage',
  ...TO_POLICE_FIELDS,
  'parties[].providesCare',
] as const;

/** Whether what police hold goes to people who treat. */
export function policeDataReachCare(flow: FlowRecord): Truth {
  return allOf(
    anyOf(
      seemsPolice(partyOf(flow, flow.senderOrgId)),
      includesAny(flow.sources, 'POLICE_CONTACT'),
      mayCarryOffences(flow),
    ),
    anyRecipient(flow, givesCare),
  );
}

/** Whether it is used to choose whom to treat, or how. */
export function choosesWhomToTreat(flow: FlowRecord): Truth {
  return anyOf(
    includesAny(
      flow.purposeCodes,
      'SCREENING_SELECTION',
      'CASE_MANAGEMENT',
      'CRISIS_PLAN_CREATION',
      'MENTORING',
      'DEMAND_REDUCTION',
    ),
    isCode(flow.stage, 'SCREENING', 'PANEL', 'CASE_MANAGEMENT', 'STEP_DOWN'),
  );
}

/** The fields from which it is read whether a plan or a marker is passed on. */
export const PLAN_FIELDS = ['purposeCodes', 'stage', 'dataCategories', 'mechanism'] as const;

/** Whether a plan or a marker is passed on to services that respond. */
export function passesOnPlan(flow: FlowRecord): Truth {
  return anyOf(
    includesAny(flow.purposeCodes, 'PLAN_DISSEMINATION'),
    isCode(flow.stage, 'PLAN_DISSEMINATION'),
    marksEmergencySystems(flow),
  );
}

/** The fields from which it is read whether police take part in mentoring or case management. */
export const MENTORING_FIELDS = ['purposeCodes', 'stage', ...TO_POLICE_FIELDS] as const;

/** Whether data go to a force for mentoring or for managing a case. */
export function policeManageCases(flow: FlowRecord): Truth {
  return allOf(
    anyRecipient(flow, seemsPolice),
    anyOf(
      includesAny(
        flow.purposeCodes,
        'MENTORING',
        'CASE_MANAGEMENT',
        'WELLBEING',
        'CRISIS_PLAN_CREATION',
        'DEMAND_REDUCTION',
      ),
      isCode(flow.stage, 'CASE_MANAGEMENT', 'STEP_DOWN'),
    ),
  );
}
