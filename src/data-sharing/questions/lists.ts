/** A list of the record whose items have pages of their own. */
export interface RecordList {
  /** Its path in the record: `rights.objections`. */
  readonly path: string;
  /** Its name in addresses. */
  readonly key: string;
  readonly singular: string;
  readonly plural: string;
  /** The field of an item that other answers refer to it by, and how such references begin; null where none do. */
  readonly identifiedBy: { readonly field: string; readonly prefix: string } | null;
  /** The fields by which an item is told from others, in order. */
  readonly namedBy: readonly string[];
  /** Headings of the item's page, each with the paths under it or their beginnings. One group: no heading. */
  readonly groups: readonly { readonly heading: string; readonly fields: readonly string[] }[];
}

const everything = [{ heading: '', fields: [''] }];

/** Every list of the record. */
export const LISTS: readonly RecordList[] = [
  {
    path: 'parties',
    key: 'parties',
    singular: 'party',
    plural: 'parties',
    identifiedBy: { field: 'orgId', prefix: 'party' },
    namedBy: ['name', 'orgType'],
    groups: everything,
  },
  {
    path: 'assertions',
    key: 'assertions',
    singular: 'legal basis',
    plural: 'legal bases',
    identifiedBy: null,
    namedBy: ['controllerOrgId', 'regime', 'validFrom', 'validTo'],
    groups: [
      {
        heading: 'Whose basis, under which law, for which days',
        fields: ['controllerOrgId', 'regime', 'validFrom', 'validTo', 'purposeCodes'],
      },
      { heading: 'Schedules 2 and 3 of the Data Protection Act 1998', fields: ['dpa1998'] },
      { heading: 'Article 6: lawful basis', fields: ['art6', 'annex1', 'outsidePublicTasks'] },
      { heading: 'Law enforcement (Part 3)', fields: ['leaPurpose'] },
      { heading: 'The task, duty or function in law', fields: ['function'] },
      { heading: 'Consent, where it is relied on', fields: ['consentProfileId'] },
      {
        heading: 'Article 9: health and other special data',
        fields: [
          'art9',
          's11',
          'subjectIncapable',
          'notForProfitAim',
          'membersOnly',
          'individualDecisions',
          'researchSafeguardsRef',
          'claimRef',
        ],
      },
      {
        heading: 'Schedule 1 and the policy document',
        fields: ['sch1Paras', 'apdId', 'wholeCaseload', 'perPersonRecord', 'unlawfulActText', 'offences'],
      },
      {
        heading: 'Sensitive processing (section 35)',
        fields: ['s35', 'strictlyNecessaryText', 'sch8Para', 's42ApdId'],
      },
      {
        heading: 'A person at risk: paragraph 18 of Schedule 1, paragraph 4 of Schedule 8',
        fields: ['atRiskTest.', 'sch1NoConsentReason'],
      },
      {
        heading: 'What the paragraphs of Schedules 1 and 8 ask for besides',
        fields: ['substantialPublicInterest.'],
      },
      { heading: 'Article 10: offence data', fields: ['offenceData', 'art10'] },
      { heading: 'Article 8 of the Human Rights Convention', fields: ['art8Text.'] },
    ],
  },
  {
    path: 'policyDocuments',
    key: 'policy-documents',
    singular: 'policy document',
    plural: 'policy documents',
    identifiedBy: { field: 'id', prefix: 'policy' },
    namedBy: ['type', 'orgId', 'approvedOn'],
    groups: everything,
  },
  {
    path: 'consentProfiles',
    key: 'consent-profiles',
    singular: 'way of asking for consent',
    plural: 'ways of asking for consent',
    identifiedBy: { field: 'id', prefix: 'consent' },
    namedBy: ['type', 'formVersion'],
    groups: everything,
  },
  {
    path: 'consentReturns',
    key: 'consent-returns',
    singular: 'count of consents',
    plural: 'counts of consents',
    identifiedBy: null,
    namedBy: ['period'],
    groups: everything,
  },
  {
    path: 'controllership.agreements',
    key: 'agreements',
    singular: 'agreement',
    plural: 'agreements',
    identifiedBy: { field: 'id', prefix: 'agreement' },
    namedBy: ['type', 'signedOn'],
    groups: everything,
  },
  {
    path: 'processingRecords',
    key: 'processing-records',
    singular: 'record of processing activities',
    plural: 'records of processing activities',
    identifiedBy: null,
    namedBy: ['orgId'],
    groups: everything,
  },
  {
    path: 'changes',
    key: 'changes-made',
    singular: 'change to the flow',
    plural: 'changes to the flow',
    identifiedBy: null,
    namedBy: ['type', 'changedOn'],
    groups: everything,
  },
  {
    path: 'transparency.notices',
    key: 'notices',
    singular: 'privacy notice',
    plural: 'privacy notices',
    identifiedBy: null,
    namedBy: ['orgId'],
    groups: everything,
  },
  {
    path: 'rights.objections',
    key: 'objections',
    singular: 'objection',
    plural: 'objections',
    identifiedBy: null,
    namedBy: ['receivedOn'],
    groups: everything,
  },
  {
    path: 'retention.periods',
    key: 'periods',
    singular: 'retention period',
    plural: 'retention periods',
    identifiedBy: null,
    namedBy: ['orgId', 'period'],
    groups: everything,
  },
  {
    path: 'retention.withdrawals',
    key: 'withdrawals',
    singular: 'withdrawal of markers and plans',
    plural: 'withdrawals of markers and plans',
    identifiedBy: null,
    namedBy: ['orgId', 'confirmedOn'],
    groups: everything,
  },
];

/** The list with this name in addresses; undefined for any other text. */
export function listNamed(key: string): RecordList | undefined {
  return LISTS.find((list) => list.key === key);
}

/**
 * The list at a path.
 * @throws Error for a path that is no list: a fault in the code.
 */
export function listAt(path: string): RecordList {
  const list = LISTS.find((one) => one.path === path);
  if (!list) throw new Error(`${path} is no list of the record.`);
  return list;
}
