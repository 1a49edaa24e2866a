import { A_DOCUMENT, HASH_OF_DPIA } from './a-document.js';
import { type FlowRecord, flowRecordSchema } from '../../../src/legal-basis/record/flow-record.js';
import { registerViewSchema, type RegisterView } from '../../../src/legal-basis/record/register-view.js';

/** The day on which fixtures are judged unless they say otherwise. */
export const JUDGED_ON = '2026-11-22';

const art8Text = {
  legalBasis: 'National Health Service Act 2006 and the trust’s published plan policy.',
  legitimateAim: 'The protection of health.',
  necessity: 'A crew that does not know the plan may do harm that the plan would avoid.',
  proportionality: 'One page is shared, with one service, and is withdrawn when the person asks.',
};

const assertion = {
  regime: 'UKGDPR_DUAA',
  validFrom: '2026-03-01',
  art6: '6_1_e',
  functionCitation: 'National Health Service Act 2006 s43, provision of services',
  art9: ['9_2_h'],
  sch1Paras: ['P1.2'],
  s11Actor: 'HEALTH_PROFESSIONAL',
  offenceData: false,
  art8Text,
};

/**
 * A fictional flow whose record shows everything that is asked of it: a mental health trust shares a crisis plan with
 * the ambulance trust, for care, with the person's knowledge.
 */
export const modelFlow: FlowRecord = flowRecordSchema.parse({
  id: 'flow-1',
  deploymentId: 'deployment-1',
  title: 'Crisis plan to the ambulance trust',
  status: 'ACTIVE',
  startDate: '2026-03-01',
  senderOrgId: 'trust',
  recipientOrgIds: ['ambulance'],
  parties: [
    { orgId: 'trust', name: 'Example Mental Health Trust', orgType: 'NHS_MH_TRUST', role: 'CONTROLLER' },
    { orgId: 'ambulance', name: 'Example Ambulance Trust', orgType: 'NHS_AMBULANCE', role: 'CONTROLLER' },
  ],
  mechanism: 'ED_AMBULANCE_ALERT',
  frequency: 'CASE_BY_CASE',
  identifiability: 'IDENTIFIABLE',
  dataCategories: ['IDENTITY', 'CRISIS_PLAN'],
  sources: ['PERSON_THEMSELF', 'CLINICAL_CONTACT'],
  subjectGroups: ['CASELOAD'],
  purposeCodes: ['DIRECT_CARE', 'PLAN_DISSEMINATION'],
  purposeText:
    'Ambulance crews who meet the person in a crisis read the one-page plan that the person wrote with their nurse.',
  necessityText: 'A crew meets the person at a time when the person may be unable to say what helps.',
  lessIntrusiveAlternativesText:
    'A card carried by the person was tried and is offered to those who prefer it.',
  stage: 'PLAN_DISSEMINATION',
  assertions: [
    { ...assertion, controllerOrgId: 'trust', functionHolderOrgId: 'trust' },
    { ...assertion, controllerOrgId: 'ambulance', functionHolderOrgId: 'ambulance' },
  ],
  confidentiality: {
    route: 'IMPLIED_CONSENT_DIRECT_CARE',
    routeCitation: 'Direct care team, common-law duty of confidentiality',
    expectationEvidence: 'The person writes the plan and ticks who may read it.',
    refusalRecorded: false,
    toldOrNotReason: 'The person keeps a copy that names the readers.',
  },
  consentProfiles: [],
  controllership: {
    decidedTogether: false,
    agreements: [
      {
        id: 'dsa-1',
        type: 'DSA',
        signedByOrgIds: ['trust', 'ambulance'],
        signedOn: '2026-02-10',
        evidenceId: A_DOCUMENT,
        expiresOn: '2028-02-09',
      },
    ],
  },
  dpia: {
    exists: true,
    controllerOrgIds: ['trust', 'ambulance'],
    approvedAt: '2026-02-10',
    fileHash: HASH_OF_DPIA,
    description: true,
    necessityAndProportionality: true,
    risks: true,
    measures: true,
    dpoAdvice: true,
    dpoAdviceFollowed: true,
    viewsSought: true,
    residualRisk: 'LOW',
    reviewedOn: [],
    dataMatching: false,
    vulnerableSubjects: true,
    serviceDenialEffect: false,
  },
  policyDocuments: [],
  processingRecords: [
    { orgId: 'trust', entryExists: true, para41Details: true, evidenceId: A_DOCUMENT },
    { orgId: 'ambulance', entryExists: true, para41Details: true, evidenceId: A_DOCUMENT },
  ],
  transparency: {
    notices: [
      {
        orgId: 'trust',
        namesPartners: true,
        statesPurpose: true,
        alternativeFormats: true,
        evidenceId: A_DOCUMENT,
      },
      {
        orgId: 'ambulance',
        namesPartners: true,
        statesPurpose: true,
        alternativeFormats: true,
        evidenceId: A_DOCUMENT,
      },
    ],
    informedWithinOneMonth: true,
    toldIndividually: true,
    exemption: { claimed: false },
  },
  rights: {
    objectionRoute: 'To the team, by telephone, in writing or through an advocate.',
    objections: [],
    markerCorrectionRoute: 'The trust asks the ambulance trust, which answers within two days.',
    complaintRoute: 'The data protection officer of either trust.',
    complaintAcknowledgementDays: 5,
    automatedScoring: 'NONE',
    optOutPosition: 'NOT_APPLICABLE_DIRECT_CARE',
  },
  retention: {
    periods: [
      { orgId: 'trust', period: '20 years after treatment ends' },
      { orgId: 'ambulance', period: 'Until the plan is replaced' },
    ],
    trustRecordYearsAfterTreatment: 20,
    trustRecordYearsAfterDeath: 10,
    withdrawals: [],
    openReviewOrRequest: false,
  },
  security: { policeAccounts: false },
  caldicott: {
    p1: 'Crews use the plan.',
    p2: 'Nothing else tells a crew what helps.',
    p3: 'One page.',
    p4: 'Crews on the call.',
    p5: 'Annual training.',
    p6: 'The lawful basis is recorded here for each controller.',
    p7: 'The plan is shared because keeping it back may do harm.',
    p8: 'The person keeps a copy.',
  },
  reuse: { gatheredFor: ['CARE'] },
  changes: [],
  submittedByUserId: 'submitter',
  signoffs: [
    {
      role: 'CALDICOTT_GUARDIAN',
      userId: 'guardian',
      decision: 'APPROVED',
      decidedOn: '2026-02-20',
      schemeParts: ['NONE'],
    },
    { role: 'DPO', userId: 'dpo', decision: 'ADVISED', decidedOn: '2026-02-12', adviceFollowed: true },
    { role: 'EXEC_APPROVER', userId: 'executive', decision: 'APPROVED', decidedOn: '2026-02-25' },
  ],
});

/** The fictional register beside it: one live scheme without police, and every red-line question answered with no. */
export const modelRegister: RegisterView = registerViewSchema.parse({
  deployments: [
    {
      id: 'deployment-1',
      state: 'LIVE',
      liveFrom: '2026-03-01',
      policeInvolvement: false,
      cohortWithoutOffenceHistory: true,
      scr02: 'NO',
      scr03: 'NO',
      scr04: 'NO',
      scr05: 'NO',
      area: 'Example Area',
      forceOrgId: 'force',
    },
  ],
  flows: [],
  vendorPackHashes: [],
});
