/**
 * Kinds of party to a data flow (sim.md §4.1, the two kinds of person that archetypes F9 and F10 need, and bodies of all
 * four nations), with the attributes the rules ask about. `publicAuthority` null: it depends on how the body is constituted
 * (DPA 2018 s7 follows FOIA and FOISA, which name a council and not an association as a landlord). `care`: `YES` where the
 * body is itself a care provider, `ASK` where some of its teams are, `NO` where it is not part of a direct care team.
 */
export const orgTypes = [
  {
    code: 'NHS_MH_TRUST',
    label: 'NHS mental health trust',
    sector: 'NHS',
    publicAuthority: true,
    care: 'YES',
  },
  { code: 'NHS_ACUTE', label: 'NHS acute trust', sector: 'NHS', publicAuthority: true, care: 'YES' },
  { code: 'NHS_AMBULANCE', label: 'NHS ambulance trust', sector: 'NHS', publicAuthority: true, care: 'YES' },
  { code: 'NHS_COMMUNITY', label: 'NHS community trust', sector: 'NHS', publicAuthority: true, care: 'YES' },
  { code: 'GP', label: 'General practice', sector: 'NHS', publicAuthority: true, care: 'YES' },
  {
    code: 'WELSH_HEALTH_BOARD',
    label: 'Welsh local health board',
    sector: 'NHS',
    publicAuthority: true,
    care: 'YES',
  },
  {
    code: 'SCOTTISH_HEALTH_BOARD',
    label: 'Scottish health board',
    sector: 'NHS',
    publicAuthority: true,
    care: 'YES',
  },
  {
    code: 'NI_HSC_TRUST',
    label: 'Health and social care trust in Northern Ireland',
    sector: 'NHS',
    publicAuthority: true,
    care: 'YES',
  },
  {
    code: 'INDEPENDENT_PROVIDER',
    label: 'Independent provider of health or social care',
    sector: 'INDEPENDENT',
    publicAuthority: null,
    care: 'YES',
  },
  { code: 'ICB', label: 'Integrated care board', sector: 'NHS', publicAuthority: true, care: 'NO' },
  { code: 'NHSE_NATIONAL', label: 'NHS England, national', sector: 'NHS', publicAuthority: true, care: 'NO' },
  { code: 'NHSE_REGION', label: 'NHS England, region', sector: 'NHS', publicAuthority: true, care: 'NO' },
  {
    code: 'DHSC',
    label: 'Department of Health and Social Care',
    sector: 'STATE',
    publicAuthority: true,
    care: 'NO',
  },
  {
    code: 'AHSN_HIN',
    label: 'Health innovation network',
    sector: 'INNOVATION',
    publicAuthority: null,
    care: 'NO',
  },
  {
    code: 'NIA',
    label: 'NHS Innovation Accelerator',
    sector: 'INNOVATION',
    publicAuthority: null,
    care: 'NO',
  },
  { code: 'VENDOR', label: 'Supplier', sector: 'VENDOR', publicAuthority: false, care: 'NO' },
  { code: 'POLICE_FORCE', label: 'Police force', sector: 'POLICE', publicAuthority: true, care: 'NO' },
  { code: 'PCC', label: 'Police and crime commissioner', sector: 'STATE', publicAuthority: true, care: 'NO' },
  { code: 'PROBATION', label: 'Probation service', sector: 'STATE', publicAuthority: true, care: 'NO' },
  { code: 'LOCAL_AUTHORITY', label: 'Local authority', sector: 'LOCAL', publicAuthority: true, care: 'ASK' },
  { code: 'SAB', label: 'Safeguarding adults board', sector: 'LOCAL', publicAuthority: true, care: 'NO' },
  {
    code: 'VCSE_PROVIDER',
    label: 'Voluntary sector provider',
    sector: 'VOLUNTARY',
    publicAuthority: false,
    care: 'ASK',
  },
  { code: 'CHARITY', label: 'Charity', sector: 'VOLUNTARY', publicAuthority: false, care: 'ASK' },
  {
    code: 'HOUSING_PROVIDER',
    label: 'Housing provider',
    sector: 'HOUSING',
    publicAuthority: null,
    care: 'ASK',
  },
  {
    code: 'USER_LED_GROUP',
    label: 'User-led group',
    sector: 'VOLUNTARY',
    publicAuthority: false,
    care: 'NO',
  },
  {
    code: 'PROFESSIONAL_BODY',
    label: 'Professional body',
    sector: 'OTHER',
    publicAuthority: null,
    care: 'NO',
  },
  { code: 'RESEARCH_NETWORK', label: 'Research network', sector: 'OTHER', publicAuthority: null, care: 'NO' },
  { code: 'REGULATOR', label: 'Regulator or ombudsman', sector: 'STATE', publicAuthority: true, care: 'NO' },
  { code: 'FAMILY_OR_CARER', label: 'Family or carer', sector: 'PEOPLE', publicAuthority: false, care: 'NO' },
  {
    code: 'TRAINING_AUDIENCE',
    label: 'Training audience',
    sector: 'PEOPLE',
    publicAuthority: false,
    care: 'NO',
  },
] as const;

/** The code of a kind of party. */
export type OrgType = (typeof orgTypes)[number]['code'];

/** What the rules need to know about a kind of party. */
export type OrgTypeTerm = (typeof orgTypes)[number];

/** The attributes of a kind of party. */
export function orgTypeTerm(code: OrgType): OrgTypeTerm | undefined {
  return orgTypes.find((term) => term.code === code);
}
