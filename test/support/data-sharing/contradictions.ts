import type { FlowRecord } from '../../../src/legal-basis/record/flow-record.js';
import { changed } from './changed.js';

type Contradiction = (flow: FlowRecord) => FlowRecord;

/** Answers of yes or no, with the one that speaks against a record which gives the other. */
const AGAINST: Readonly<Record<string, boolean>> = {
  'aggregate.secondaryDisclosurePossible': true,
  'confidentiality.consent.authorityRecorded': false,
  'confidentiality.consent.capacity': false,
  'confidentiality.consent.informed': false,
  'confidentiality.consent.voluntary': false,
  'confidentiality.decisionFields.consentSought': false,
  'confidentiality.decisionFields.decider': false,
  'confidentiality.decisionFields.harmAverted': false,
  'confidentiality.decisionFields.proportionality': false,
  'confidentiality.decisionFields.told': false,
  'confidentiality.decisionSpecificCapacityAssessment': false,
  'confidentiality.medicalPurpose': false,
  'confidentiality.perCaseDecisionLog': false,
  'confidentiality.refusalCaseRecord': false,
  'confidentiality.safeguarding.decidedEachTime': false,
  'confidentiality.safeguarding.deciderRecorded': false,
  'confidentiality.safeguarding.perPerson': false,
  'confidentiality.safeguarding.testMet': false,
  'confidentiality.sharedDespiteRefusal': true,
  'controllership.decidedTogether': true,
  'controllership.essencePublic': false,
  'dpia.coversPart3': false,
  'dpia.description': false,
  'dpia.dpoAdvice': false,
  'dpia.dpoAdviceFollowed': false,
  'dpia.measures': false,
  'dpia.necessityAndProportionality': false,
  'dpia.risks': false,
  'dpia.viewsSought': false,
  'retention.deletionExecuted': true,
  'retention.openReviewOrRequest': true,
  'reuse.enforcementDecision.decider': false,
  'reuse.enforcementDecision.perCase': false,
  'reuse.enforcementDecision.seriousness': false,
  'rights.automatedSafeguardsMet': false,
  'rights.significantEffect': true,
  'security.accessLog': false,
  'security.automatedPart3System': true,
  'security.confidentialityAgreement': false,
  'security.roleLimits': false,
  'security.s38Categories': false,
  'security.s62Logging': false,
  'security.sharedLogin': true,
  'security.training': false,
  'security.vetting': false,
  'transparency.exemption.blanket': true,
  'transparency.exemption.likelyPrejudice': false,
  'transparency.exemption.perCase': false,
  'transparency.informedWithinOneMonth': false,
  'transparency.toldIndividually': false,
};

/** The same of each entry of a list. */
const AGAINST_EACH: readonly (readonly ['assertions' | 'consentProfiles' | 'parties', string, unknown])[] = [
  ['assertions', 'annex1RequestStatesTaskNeed', false],
  ['assertions', 'individualDecisions', true],
  ['assertions', 'membersOnly', false],
  ['assertions', 'notForProfitAim', false],
  ['assertions', 'perPersonRecord', false],
  ['assertions', 'subjectIncapable', false],
  ['assertions', 'wholeCaseload', true],
  ['consentProfiles', 'capacityRecorded', false],
  ['consentProfiles', 'careConditional', true],
  ['consentProfiles', 'continuesAfterWithdrawal', true],
  ['consentProfiles', 'expressStatement', false],
  ['consentProfiles', 'granularPerRecipient', false],
  ['consentProfiles', 'noDetriment', false],
  ['consentProfiles', 'reviewInterval', 40],
  ['parties', 'erasureCertificate', false],
];

/** Purposes that neither care nor law enforcement is, beside those that a record names. */
const PURPOSES = ['DEMAND_REDUCTION', 'MENTORING', 'SCREENING_SELECTION', 'VENDOR_PORTAL'] as const;

/** Facts, each of which speaks against a record that says otherwise; what nobody has answered stays so. */
export const contradictions: readonly (readonly [name: string, contradict: Contradiction])[] = [
  ...Object.entries(AGAINST).map(
    ([path, answer]) =>
      [
        path,
        (flow: FlowRecord) => (at(flow, path) === !answer ? changed(flow, { [path]: answer }) : flow),
      ] as const,
  ),
  ...AGAINST_EACH.map(
    ([list, key, answer]) =>
      [`${list}[].${key}`, (flow: FlowRecord) => saidOfEach(flow, list, key, answer)] as const,
  ),
  ['the first party is police as well', (flow) => listedAgain(flow, 'POLICE_FORCE')],
  ['the first party is a mental health trust as well', (flow) => listedAgain(flow, 'NHS_MH_TRUST')],
  ['people are asked in custody as well', askedInCustodyToo],
  ['processing went on after one more objection', objectedToOnceMore],
];

/** One more purpose each. It speaks against a record, and may settle what nobody could tell before. */
export const furtherPurposes: readonly (readonly [name: string, contradict: Contradiction])[] = PURPOSES.map(
  (purpose) => [purpose, (flow) => servingToo(flow, purpose)],
);

function at(flow: FlowRecord, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], flow);
}

function saidOfEach(
  flow: FlowRecord,
  list: (typeof AGAINST_EACH)[number][0],
  key: string,
  answer: unknown,
): FlowRecord {
  const entries: readonly Record<string, unknown>[] = flow[list] ?? [];
  const against = entries.map((entry) =>
    entry[key] === undefined || entry[key] === null ? entry : { ...entry, [key]: answer },
  );
  return entries.length === 0 ? flow : { ...flow, [list]: against };
}

/** One more purpose, where those of the record are named and no basis is narrowed to some of them: it would mend either. */
function servingToo(flow: FlowRecord, purpose: (typeof PURPOSES)[number]): FlowRecord {
  const named = flow.purposeCodes ?? [];
  const isOpen =
    named.length === 0 ||
    named.some((code) => ['MULTI_AGENCY_WORKING', 'NOT_KNOWN', 'OTHER'].includes(code)) ||
    flow.assertions?.some(({ purposeCodes }) => purposeCodes);
  return isOpen ? flow : { ...flow, purposeCodes: [...new Set([...named, purpose])] };
}

function listedAgain(flow: FlowRecord, orgType: 'POLICE_FORCE' | 'NHS_MH_TRUST'): FlowRecord {
  const [first] = flow.parties ?? [];
  return first?.orgId ? { ...flow, parties: [...(flow.parties ?? []), { ...first, orgType }] } : flow;
}

function askedInCustodyToo(flow: FlowRecord): FlowRecord {
  return {
    ...flow,
    consentProfiles: flow.consentProfiles?.map((profile) => ({
      ...profile,
      settings:
        profile.settings && profile.settings.length > 0
          ? [...profile.settings, 'POLICE_CUSTODY' as const]
          : profile.settings,
    })),
  };
}

function objectedToOnceMore(flow: FlowRecord): FlowRecord {
  const objection = { receivedOn: '2020-01-06', processingContinued: true };
  return flow.rights?.objections
    ? { ...flow, rights: { ...flow.rights, objections: [...flow.rights.objections, objection] } }
    : flow;
}
