/**
 * Categories of data (sim.md §4.6). `health`: the category is data concerning health or implies it (rule R-A9-01).
 * `offence`: the category may be data about alleged or proven offences (rule R-A10-01). Besides health, a few are special
 * categories of UK GDPR Article 9(1): `specialCategories` names them.
 */
export const dataCategories = [
  { code: 'IDENTITY', label: 'Identity', health: false, offence: false },
  { code: 'CONTACT', label: 'Contact details', health: false, offence: false },
  { code: 'HEALTH_MH', label: 'Mental health', health: true, offence: false },
  { code: 'HEALTH_PHYSICAL', label: 'Physical health', health: true, offence: false },
  { code: 'SELF_HARM', label: 'Self-harm', health: true, offence: false },
  { code: 'DIAGNOSIS', label: 'Diagnosis', health: true, offence: false },
  { code: 'MEDICATION', label: 'Medication', health: true, offence: false },
  { code: 'CRISIS_PLAN', label: 'Crisis or response plan', health: true, offence: false },
  { code: 'RISK_ASSESSMENT', label: 'Clinical risk assessment', health: true, offence: false },
  { code: 'S136_EVENT', label: 'Detention under section 136', health: true, offence: false },
  { code: 'ED_ATTENDANCE', label: 'Emergency department attendance', health: true, offence: false },
  { code: 'AMBULANCE_EVENT', label: 'Ambulance attendance', health: true, offence: false },
  { code: 'CALL_999', label: '999 call', health: true, offence: false },
  { code: 'POLICE_INCIDENT', label: 'Police incident', health: false, offence: true },
  { code: 'CUSTODY', label: 'Police custody', health: false, offence: true },
  { code: 'ALLEGATION', label: 'Allegation of an offence', health: false, offence: true },
  { code: 'CONVICTION', label: 'Conviction or caution', health: false, offence: true },
  { code: 'SAFEGUARDING', label: 'Safeguarding', health: false, offence: false },
  { code: 'SOCIAL_HOUSING', label: 'Social care and housing', health: false, offence: false },
  { code: 'SUBSTANCE_USE', label: 'Alcohol or drug use', health: true, offence: false },
  { code: 'TRAUMA_HISTORY', label: 'History of trauma', health: true, offence: false },
  { code: 'SEXUAL_LIFE', label: 'Sexual life or orientation', health: false, offence: false },
  { code: 'ETHNICITY', label: 'Ethnicity', health: false, offence: false },
  {
    code: 'BELIEF_POLITICS_UNION',
    label: 'Religion, belief, politics or union membership',
    health: false,
    offence: false,
  },
  {
    code: 'GENETIC_BIOMETRIC',
    label: 'Genetic data, or biometric data that identify',
    health: false,
    offence: false,
  },
  { code: 'FAMILY_THIRD_PARTY', label: 'Family and other people', health: false, offence: false },
  { code: 'IMAGE_BWV', label: 'Images, body-worn video', health: false, offence: false },
  { code: 'MARKER_FLAG', label: 'Marker or flag on a partner’s system', health: true, offence: false },
  { code: 'COST_USAGE', label: 'Cost and use of services', health: false, offence: false },
] as const;

/** The categories besides health that Article 9(1), and DPA 2018 s35(8) for the police, treat as special. */
const OTHER_SPECIAL: readonly string[] = [
  'SEXUAL_LIFE',
  'ETHNICITY',
  'BELIEF_POLITICS_UNION',
  'GENETIC_BIOMETRIC',
];

/** The codes of the special categories of personal data: data concerning health or implying it, and the others. */
export const specialCategories: readonly string[] = dataCategories
  .filter(({ code, health }) => health || OTHER_SPECIAL.includes(code))
  .map(({ code }) => code);

/** The categories that are data about offences whatever is said of them: an allegation counts (DPA 2018 s11(2)). */
export const surelyOffences: readonly string[] = ['ALLEGATION', 'CONVICTION'];
