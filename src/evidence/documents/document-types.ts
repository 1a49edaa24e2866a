/**
 * What sorts of document there are, in the words of the field: UK GDPR Articles 13, 26, 28, 30 and 35, DPA 2018 Schedule 1
 * Part 4, the Information Commissioner's data sharing code, and the papers that schemes of this kind are run by.
 */
export const DOCUMENT_TYPES = [
  'DPIA',
  'APPROPRIATE_POLICY_DOCUMENT',
  'INFORMATION_SHARING_AGREEMENT',
  'JOINT_CONTROLLER_ARRANGEMENT',
  'PROCESSOR_CONTRACT',
  'RECORD_OF_PROCESSING',
  'PRIVACY_NOTICE',
  'CONSENT_FORM',
  'EQUALITY_IMPACT_ASSESSMENT',
  'PROTOCOL',
  'SUPPLIER_PACK',
  'MINUTES',
  'CORRESPONDENCE',
  'OTHER',
] as const;

/** One of the sorts. */
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** The sorts in words, for forms and pages. */
export const DOCUMENT_TYPE_WORDS: Readonly<Record<DocumentType, string>> = {
  DPIA: 'Data protection impact assessment (DPIA)',
  APPROPRIATE_POLICY_DOCUMENT: 'Appropriate policy document',
  INFORMATION_SHARING_AGREEMENT: 'Information sharing agreement',
  JOINT_CONTROLLER_ARRANGEMENT: 'Arrangement between joint controllers',
  PROCESSOR_CONTRACT: 'Contract with a processor',
  RECORD_OF_PROCESSING: 'Record of processing activities',
  PRIVACY_NOTICE: 'Privacy notice',
  CONSENT_FORM: 'Consent form',
  EQUALITY_IMPACT_ASSESSMENT: 'Equality impact assessment',
  PROTOCOL: 'Protocol or operating procedure of the scheme',
  SUPPLIER_PACK: 'Document from a supplier’s pack, written for many buyers',
  MINUTES: 'Minutes or notes of a meeting',
  CORRESPONDENCE: 'Letter or email',
  OTHER: 'Something else',
};

/** What sort a document is, in words; one that was kept before anybody was asked says nothing of it. */
export function documentTypeInWords(type: DocumentType | null): string {
  return type === null ? 'Not said' : DOCUMENT_TYPE_WORDS[type];
}
