/** One page of the flow form: some fields of the record, and lists with pages of their own. */
export interface Section {
  readonly key: string;
  readonly title: string;
  /** What the page asks, in one sentence. */
  readonly purpose: string;
  /** Paths of fields, or the beginnings of paths that end with a dot. */
  readonly fields: readonly string[];
  /** Paths of lists. */
  readonly lists: readonly string[];
}

/** The flow form, in the order in which it is best filled in. Together the sections hold every field of the record. */
export const SECTIONS: readonly Section[] = [
  {
    key: 'parties-and-purpose',
    title: 'Parties and purpose',
    purpose: 'Who sends, who receives, since when, and what for.',
    fields: [
      'title',
      'status',
      'startDate',
      'endDate',
      'senderOrgId',
      'recipientOrgIds',
      'stage',
      'purposeCodes',
      'purposeText',
    ],
    lists: ['parties'],
  },
  {
    key: 'data-and-people',
    title: 'Data and people',
    purpose: 'What is shared about whom, how, and why nothing less would do.',
    fields: [
      'dataCategories',
      'subjectGroups',
      'sources',
      'mechanism',
      'frequency',
      'identifiability',
      'necessityText',
      'lessIntrusiveAlternativesText',
      'searchFlowIds',
      'reuse.',
      'aggregate.',
    ],
    lists: [],
  },
  {
    key: 'legal-basis',
    title: 'Legal basis',
    purpose: 'What each controller relies on, for each stretch of dates under one law.',
    fields: [],
    lists: ['assertions', 'policyDocuments'],
  },
  {
    key: 'confidentiality',
    title: 'Confidentiality',
    purpose: 'The route through the common-law duty, which is another test than data protection.',
    fields: ['confidentiality.'],
    lists: [],
  },
  {
    key: 'consent',
    title: 'Consent',
    purpose: 'How consent is asked for and kept, where anything rests on it.',
    fields: [],
    lists: ['consentProfiles', 'consentReturns'],
  },
  {
    key: 'dpia-and-agreements',
    title: 'Impact assessment and agreements',
    purpose: 'The DPIA, who decides together, and what was signed.',
    fields: ['dpia.', 'controllership.'],
    lists: ['controllership.agreements', 'processingRecords', 'changes'],
  },
  {
    key: 'transparency',
    title: 'What people are told',
    purpose: 'Privacy notices, and whether each person is told.',
    fields: ['transparency.'],
    lists: ['transparency.notices'],
  },
  {
    key: 'rights',
    title: 'Rights',
    purpose: 'How a person objects, corrects and complains, and what came of it.',
    fields: ['rights.'],
    lists: ['rights.objections'],
  },
  {
    key: 'retention',
    title: 'Retention and withdrawal',
    purpose: 'How long data are kept, and how markers and plans are withdrawn.',
    fields: ['retention.'],
    lists: ['retention.periods', 'retention.withdrawals'],
  },
  {
    key: 'security',
    title: 'Security',
    purpose: 'How access is limited, logged and reviewed.',
    fields: ['security.'],
    lists: [],
  },
  {
    key: 'caldicott',
    title: 'Caldicott principles',
    purpose: 'How each of the eight principles is met.',
    fields: ['caldicott.'],
    lists: [],
  },
];

/** True when a path belongs to the fields of a section. */
export function holdsField({ fields }: Section, path: string): boolean {
  return fields.some((field) => field === path || (field.endsWith('.') && path.startsWith(field)));
}

/** The section with this key; undefined for any other text. */
export function sectionNamed(key: string): Section | undefined {
  return SECTIONS.find((section) => section.key === key);
}
