/** Where the data came from in the first place; `person` marks a source that is the person themself. */
export const dataSources = [
  { code: 'PERSON_THEMSELF', label: 'The person themself', contact: false },
  { code: 'CALL_999', label: 'A 999 call', contact: true },
  { code: 'ED_CONTACT', label: 'An emergency department visit', contact: true },
  { code: 'AMBULANCE_CONTACT', label: 'An ambulance attendance', contact: true },
  { code: 'CLINICAL_CONTACT', label: 'Other contact with a clinical service', contact: true },
  { code: 'POLICE_CONTACT', label: 'Contact with the police', contact: true },
  { code: 'FAMILY', label: 'Family or carers', contact: false },
  { code: 'PUBLISHED_BY_PERSON', label: 'Something the person published', contact: false },
  { code: 'OTHER_AGENCY', label: 'Another agency', contact: false },
] as const;
