import type { FlowRecord } from '../../../src/legal-basis/record/flow-record.js';
import type { RegisterView } from '../../../src/legal-basis/record/register-view.js';

const trust = { orgId: 'trust', name: 'Example Mental Health Trust', orgType: 'NHS_MH_TRUST' } as const;
const police = { orgId: 'police', name: 'Example Police', orgType: 'POLICE_FORCE' } as const;
const ambulance = { orgId: 'ambulance', name: 'Example Ambulance Trust', orgType: 'NHS_AMBULANCE' } as const;

const asserted = {
  regime: 'UKGDPR',
  validFrom: '2021-01-01',
  art6: '6_1_e',
  functionCitation: 'Crime and Disorder Act 1998 s115',
  art9: ['9_2_h'],
  sch1Paras: ['P1.2'],
} as const;
const base = (controllerOrgId: string) => ({
  ...asserted,
  controllerOrgId,
  art9: [...asserted.art9],
  sch1Paras: [...asserted.sch1Paras],
});

const ran: FlowRecord = {
  deploymentId: 'scheme',
  status: 'ACTIVE',
  startDate: '2021-01-01',
  endDate: '2022-12-31',
};

/** The fictional scheme that the flows below belong to; it has closed. */
export const closedScheme: RegisterView = {
  deployments: [{ id: 'scheme', state: 'CLOSED', closedOn: '2022-12-31', policeInvolvement: true }],
};

/**
 * What the sources describe of each kind of flow, filled in for a plainly fictional trust and force: a standing panel,
 * implied consent for everything, full access for the officer, plans on every system, one portal for all.
 */
export const asDescribed: Readonly<Record<string, FlowRecord>> = {
  F1: {
    ...ran,
    senderOrgId: 'police',
    recipientOrgIds: ['trust'],
    parties: [police, trust],
    frequency: 'PER_PANEL',
    reuse: { gatheredFor: ['LAW_ENFORCEMENT'] },
    assertions: [base('police'), base('trust')],
  },
  F2: {
    ...ran,
    senderOrgId: 'ambulance',
    recipientOrgIds: ['trust', 'police'],
    parties: [ambulance, trust, police],
    frequency: 'PER_PANEL',
    purposeCodes: ['SCREENING_SELECTION', 'CASE_MANAGEMENT', 'DEMAND_REDUCTION'],
    retention: { screenedNotSelectedDays: 730 },
    assertions: [base('ambulance'), base('trust'), base('police')],
  },
  F3: {
    ...ran,
    senderOrgId: 'trust',
    recipientOrgIds: ['police'],
    parties: [trust, police],
    frequency: 'CONTINUOUS',
    mechanism: 'FULL_RECORD_ACCESS',
    confidentiality: { route: 'IMPLIED_CONSENT_DIRECT_CARE' },
    assertions: [base('trust'), base('police')],
  },
  F4: {
    ...ran,
    senderOrgId: 'trust',
    recipientOrgIds: ['police', 'ambulance'],
    parties: [trust, police, ambulance],
    frequency: 'STANDING',
    retention: { withdrawals: [] },
    assertions: [base('trust'), base('police'), base('ambulance')],
  },
  F5: {
    ...ran,
    senderOrgId: 'trust',
    recipientOrgIds: ['police'],
    parties: [trust, police],
    frequency: 'STANDING',
    reuse: { gatheredFor: ['CARE'], enforcementDecision: { perCase: false } },
    assertions: [base('trust'), base('police')],
  },
  F6: {
    ...ran,
    senderOrgId: 'trust',
    recipientOrgIds: ['supplier'],
    parties: [
      trust,
      {
        orgId: 'supplier',
        name: 'Example Portal Supplier',
        orgType: 'VENDOR',
        role: 'PROCESSOR',
        usesForOwnPurposes: true,
        ceasedOn: '2021-06-02',
        erasureCertificate: false,
      },
    ],
    frequency: 'CONTINUOUS',
    controllership: { agreements: [] },
    assertions: [base('trust')],
  },
  F7: {
    ...ran,
    senderOrgId: 'trust',
    recipientOrgIds: ['network'],
    parties: [trust, { orgId: 'network', name: 'Example Innovation Network', orgType: 'AHSN_HIN' }],
    aggregate: { smallestCount: 2, secondaryDisclosurePossible: true },
  },
  F8: {
    ...ran,
    senderOrgId: 'trust',
    recipientOrgIds: ['council'],
    parties: [trust, { orgId: 'council', name: 'Example Council', orgType: 'LOCAL_AUTHORITY' }],
    frequency: 'STANDING',
    confidentiality: {
      route: 'EXPLICIT_CONSENT',
      consent: { informed: true, voluntary: true, capacity: true },
    },
    consentProfiles: [
      { id: 'blanket', type: 'UKGDPR', formVersion: '1', evidenceIds: ['form'], granularPerRecipient: false },
    ],
    assertions: [
      { ...base('trust'), art6: '6_1_a', art9: ['9_2_a'], sch1Paras: [], consentProfileId: 'blanket' },
      base('council'),
    ],
  },
  F9: {
    ...ran,
    senderOrgId: 'trust',
    recipientOrgIds: ['family'],
    parties: [trust, { orgId: 'family', name: 'A relative', orgType: 'FAMILY_OR_CARER' }],
    frequency: 'CASE_BY_CASE',
    confidentiality: { route: 'IMPLIED_CONSENT_DIRECT_CARE' },
    assertions: [base('trust')],
  },
  F10: {
    ...ran,
    senderOrgId: 'trust',
    recipientOrgIds: ['audience'],
    parties: [trust, { orgId: 'audience', name: 'A conference', orgType: 'TRAINING_AUDIENCE' }],
    frequency: 'CASE_BY_CASE',
    assertions: [{ ...base('trust'), art9: [], sch1Paras: [] }],
  },
};
