const TYPE_LABELS = new Map<string, string>([
  ['NHS_TRUST', 'NHS trust'],
  ['NHS_MH_TRUST', 'NHS mental health trust'],
  ['NHS_ACUTE', 'NHS acute trust'],
  ['NHS_AMBULANCE', 'Ambulance service'],
  ['NHS_COMMUNITY', 'NHS community trust'],
  ['GP', 'GP practice'],
  ['ICB', 'Integrated care board'],
  ['CCG', 'Clinical commissioning group'],
  ['NHSE_NATIONAL', 'NHS England'],
  ['NHSE_REGION', 'NHS England region'],
  ['DHSC', 'Government department'],
  ['AHSN_HIN', 'Innovation network'],
  ['NIA', 'Innovation programme'],
  ['VENDOR', 'Supplier'],
  ['POLICE_FORCE', 'Police force'],
  ['PCC', 'Police and crime commissioner'],
  ['LOCAL_AUTHORITY', 'Local authority'],
  ['SAB', 'Safeguarding adults board'],
  ['VCSE_PROVIDER', 'Voluntary or community provider'],
  ['USER_LED_GROUP', 'User-led group'],
  ['PROFESSIONAL_BODY', 'Professional body'],
  ['CHARITY', 'Charity'],
  ['RESEARCH_NETWORK', 'Research network'],
  ['REGULATOR', 'Regulator'],
]);

/** What a type of organisation is called on pages; a code that is not known stays as it is. */
export function typeLabel(code: string): string {
  return TYPE_LABELS.get(code) ?? code;
}

/** Every type that has a label, by its label. */
export const TYPE_CHOICES = [...TYPE_LABELS]
  .map(([value, text]) => ({ value, text }))
  .sort((one, other) => one.text.localeCompare(other.text));
