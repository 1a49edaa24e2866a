import { lawNamedIn } from '../../../provisions/naming/provisions-named-in.js';
import { isGenerality, isOnlyDataProtection } from './generalities.js';

describe('Words that say that there is law', () => {
  it.each([
    'GDPR',
    'the public interest',
    'Data Protection Act 2018, public task',
    ' - ',
    'We have a statutory duty',
    'necessary for the performance of a task carried out in the public interest',
    'the exercise of official authority vested in the controller',
  ])('name none: “%s”', (text) => expect(isGenerality(lawNamedIn(text))).toBe(true));

  it.each([
    'National Health Service Act 2006 s43',
    'Police Act 1996 s6, in the public interest',
    'common law policing duty',
    'UK GDPR Article 6(1)(e)',
    'Crime and Disorder Act 1998',
    'Our charter',
  ])('name some, or something that is not known here: “%s”', (text) =>
    expect(isGenerality(lawNamedIn(text))).toBe(false),
  );

  it.each([
    'Articles 6(1)(e) and 9(2)(h) UK GDPR',
    'Art 9(2)(g)',
    'GDPR public task',
    'UK GDPR Article 9(2)(h), health or social care',
    'Data Protection Act 2018 Schedule 1 paragraph 18, safeguarding of individuals at risk',
  ])('answer data protection and not confidentiality: “%s”', (text) =>
    expect(isOnlyDataProtection(lawNamedIn(text))).toBe(true),
  );

  it.each([
    'Overriding public interest, GMC guidance',
    'Implied consent, direct care team',
    'UK GDPR and W v Egdell',
    'Article 9(2)(h), and a court order',
    'UK GDPR and Care Act 2014 s45',
    'the public interest',
  ])('do not say so: “%s”', (text) => expect(isOnlyDataProtection(lawNamedIn(text))).toBe(false));
});
