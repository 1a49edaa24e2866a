import { wordsOf } from '../kernel/words/words-of.js';

/** The kinds of organisation that the register tells apart, with what each is called on pages. */
export const ORGANISATION_TYPES = {
  NHS_TRUST: 'NHS trust',
  NHS_MH_TRUST: 'NHS mental health trust',
  NHS_ACUTE: 'NHS acute trust',
  NHS_AMBULANCE: 'Ambulance service',
  NHS_COMMUNITY: 'NHS community trust',
  GP: 'GP practice',
  ICB: 'Integrated care board',
  CCG: 'Clinical commissioning group',
  NHSE_NATIONAL: 'NHS England',
  NHSE_REGION: 'NHS England region',
  DHSC: 'Government department',
  AHSN_HIN: 'Innovation network',
  NIA: 'Innovation programme',
  VENDOR: 'Supplier',
  POLICE_FORCE: 'Police force',
  PCC: 'Police and crime commissioner',
  LOCAL_AUTHORITY: 'Local authority',
  SAB: 'Safeguarding adults board',
  VCSE_PROVIDER: 'Voluntary or community provider',
  USER_LED_GROUP: 'User-led group',
  PROFESSIONAL_BODY: 'Professional body',
  CHARITY: 'Charity',
  RESEARCH_NETWORK: 'Research network',
  REGULATOR: 'Regulator',
} as const;

/** One kind of organisation. */
export type OrganisationType = keyof typeof ORGANISATION_TYPES;

/** The codes of the kinds of organisation. */
export const ORGANISATION_TYPE_CODES = wordsOf(ORGANISATION_TYPES);

/** Every kind as a person chooses it, by its label. */
export const ORGANISATION_TYPE_CHOICES = ORGANISATION_TYPE_CODES.map((value) => ({
  value,
  text: ORGANISATION_TYPES[value],
})).sort((one, other) => one.text.localeCompare(other.text));
