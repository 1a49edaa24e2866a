/** One page of the flow form: some fields of the record, and lists with pages of their own. */
export interface Section {
  readonly key: string;
  readonly title: string;
  /** What the page asks, in one sentence. */
  readonly purpose: string;
  /** Paths of fields, or the beginnings of paths that end with a dot. */
  readonly fields: readonly string[];
  /** Headings of the page, each with paths under it or their beginnings. One group: no heading. */
  readonly groups: readonly { readonly heading: string; readonly fields: readonly string[] }[];
  /** Paths of lists. */
  readonly lists: readonly string[];
}

type Written = Omit<Section, 'fields'>;

const WRITTEN: readonly Written[] = [
  {
    key: 'parties-and-purpose',
    title: 'Parties and purpose',
    purpose: 'Who sends, who receives, since when, and what for.',
    groups: [
      {
        heading: 'Who, and since when',
        fields: ['title', 'status', 'startDate', 'endDate', 'senderOrgId', 'recipientOrgIds'],
      },
      { heading: 'What for', fields: ['stage', 'purposeCodes', 'purposeText'] },
    ],
    lists: ['parties'],
  },
  {
    key: 'data-and-people',
    title: 'Data and people',
    purpose: 'What is shared about whom, how, and why nothing less would do.',
    groups: [
      {
        heading: 'What is shared, and about whom',
        fields: ['dataCategories', 'subjectGroups', 'sources', 'mechanism', 'frequency', 'identifiability'],
      },
      { heading: 'Why it is necessary', fields: ['necessityText', 'lessIntrusiveAlternativesText'] },
      { heading: 'Only if people are searched for in other records', fields: ['searchFlowIds'] },
      { heading: 'Only if data are used for something else than they were gathered for', fields: ['reuse.'] },
      { heading: 'Only if the police ask about a victim of crime', fields: ['victimRequest.'] },
      { heading: 'Only if counts are shared', fields: ['aggregate.'] },
    ],
    lists: [],
  },
  {
    key: 'legal-basis',
    title: 'Legal basis',
    purpose: 'What each controller relies on, for each stretch of dates under one law.',
    groups: [],
    lists: ['assertions', 'policyDocuments'],
  },
  {
    key: 'confidentiality',
    title: 'Confidentiality',
    purpose: 'The route through the common-law duty, which is another test than data protection.',
    groups: [
      {
        heading: 'Which route, and why',
        fields: [
          'confidentiality.route',
          'confidentiality.routeLaw',
          'confidentiality.routeCitation',
          'confidentiality.expectationEvidence',
        ],
      },
      {
        heading: 'Only if each case is decided by itself',
        fields: ['confidentiality.perCaseDecisionLog', 'confidentiality.decisionFields.'],
      },
      {
        heading: 'Only if the person consents',
        fields: ['confidentiality.consent.', 'confidentiality.consentProfileId'],
      },
      { heading: 'Only with a safeguarding enquiry', fields: ['confidentiality.safeguarding.'] },
      {
        heading: 'Only with section 251 support',
        fields: ['confidentiality.cagRef', 'confidentiality.cagExpiry', 'confidentiality.medicalPurpose'],
      },
      {
        heading: 'Capacity',
        fields: ['confidentiality.decisionSpecificCapacityAssessment', 'confidentiality.capacityProcess'],
      },
      {
        heading: 'When a person refuses',
        fields: [
          'confidentiality.refusalHandling',
          'confidentiality.refusalRecorded',
          'confidentiality.sharedDespiteRefusal',
          'confidentiality.refusalCaseRecord',
        ],
      },
      { heading: 'Telling people', fields: ['confidentiality.toldOrNotReason'] },
    ],
    lists: [],
  },
  {
    key: 'consent',
    title: 'Consent',
    purpose: 'How consent is asked for and kept, where anything rests on it.',
    groups: [],
    lists: ['consentProfiles', 'consentReturns'],
  },
  {
    key: 'dpia-and-agreements',
    title: 'Impact assessment and agreements',
    purpose: 'The DPIA, who decides together, and what was signed.',
    groups: [
      { heading: 'The impact assessment', fields: ['dpia.'] },
      { heading: 'Who decides together', fields: ['controllership.'] },
    ],
    lists: ['controllership.agreements', 'processingRecords', 'changes'],
  },
  {
    key: 'transparency',
    title: 'What people are told',
    purpose: 'Privacy notices, and whether each person is told.',
    groups: [{ heading: '', fields: ['transparency.'] }],
    lists: ['transparency.notices'],
  },
  {
    key: 'rights',
    title: 'Rights',
    purpose: 'How a person objects, corrects and complains, and what came of it.',
    groups: [{ heading: '', fields: ['rights.'] }],
    lists: ['rights.objections'],
  },
  {
    key: 'retention',
    title: 'Retention and withdrawal',
    purpose: 'How long data are kept, and how markers and plans are withdrawn.',
    groups: [{ heading: '', fields: ['retention.'] }],
    lists: ['retention.periods', 'retention.withdrawals'],
  },
  {
    key: 'security',
    title: 'Security',
    purpose: 'How access is limited, logged and reviewed.',
    groups: [{ heading: '', fields: ['security.'] }],
    lists: [],
  },
  {
    key: 'caldicott',
    title: 'Caldicott principles',
    purpose: 'How each of the eight principles is met.',
    groups: [{ heading: '', fields: ['caldicott.'] }],
    lists: [],
  },
];

/** The flow form, in the order in which it is best filled in. Together the sections hold every field of the record. */
export const SECTIONS: readonly Section[] = WRITTEN.map((written) => ({
  ...written,
  fields: written.groups.flatMap(({ fields }) => fields),
}));

/** Where a path comes among the fields of a section; -1 for one that belongs to another. */
export function placeIn({ fields }: Section, path: string): number {
  return fields.findIndex((field) => field === path || (field.endsWith('.') && path.startsWith(field)));
}

/** True when a path belongs to the fields of a section. */
export function holdsField(section: Section, path: string): boolean {
  return placeIn(section, path) !== -1;
}

/** The section with this key; undefined for any other text. */
export function sectionNamed(key: string): Section | undefined {
  return SECTIONS.find((section) => section.key === key);
}
