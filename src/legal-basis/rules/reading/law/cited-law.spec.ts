import { citesOnlyDataProtection, citesOnlyGeneralities, citesOnlyPermissions } from './cited-law.js';

describe('reading what a citation names', () => {
  it.each([
    'GDPR',
    'UK GDPR Article 6(1)(e)',
    'the public interest',
    'Data Protection Act 2018, public task',
    ' - ',
    'UK GDPR Article 6(1)(e) and section 8 of the Data Protection Act 2018',
    'necessary for the performance of a task carried out in the public interest',
    'the exercise of official authority vested in the controller',
  ])('sees that “%s” names no law that gives a task', (text) =>
    expect(citesOnlyGeneralities(text)).toBe(true),
  );

  it.each([
    'National Health Service Act 2006 s43',
    'Police Act 1996 s6, in the public interest',
    'common law policing duty',
  ])('sees that “%s” names one', (text) => expect(citesOnlyGeneralities(text)).toBe(false));

  it.each([
    'Crime and Disorder Act 1998 s115',
    's.115 of the Crime & Disorder Act',
    'CDA 1998, sections 17 and 115',
    'Section 17 Crime and Disorder Act 1998; Care Act 2014 s6',
    'NHS Act 2006 s82',
    'Crime and Disorder Act 1998 s115(1)',
    'Section 115(1)(a) of the Crime and Disorder Act 1998',
    'Crime and Disorder Act 1998: section 17',
    'Care Act 2014 - s6(1)',
  ])('sees that “%s” permits and does not require', (text) => expect(citesOnlyPermissions(text)).toBe(true));

  it.each([
    'Care Act 2014 s42',
    'Crime and Disorder Act 1998 s115 and Road Traffic Act 1988 s172',
    'Care Act 2014 s67',
    'Care Act 2014 ss6(1), 42',
    'Road Traffic Act 1988 s172(2)',
    'GDPR',
  ])('does not say so of “%s”', (text) => expect(citesOnlyPermissions(text)).toBe(false));

  it.each([
    'Articles 6(1)(e) and 9(2)(h) UK GDPR',
    'Art 9(2)(g)',
    'GDPR public task',
    'UK GDPR Article 9(2)(h), health or social care',
    'Data Protection Act 2018 Schedule 1 paragraph 18',
  ])('sees that “%s” answers data protection and not confidentiality', (text) =>
    expect(citesOnlyDataProtection(text)).toBe(true),
  );

  it.each([
    'Overriding public interest, GMC guidance',
    'Implied consent, direct care team',
    'UK GDPR and W v Egdell',
    'Article 9(2)(h), and a court order',
    'UK GDPR and Care Act 2014 s45',
  ])('does not say so of “%s”', (text) => expect(citesOnlyDataProtection(text)).toBe(false));
});
