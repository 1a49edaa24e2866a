/** Routes through the common-law duty of confidentiality (legal-basis.md §3.6). */
export const confidentialityRoutes = [
  { code: 'IMPLIED_CONSENT_DIRECT_CARE', label: 'Implied consent for direct care' },
  { code: 'EXPLICIT_CONSENT', label: 'Explicit consent' },
  { code: 'OVERRIDING_PUBLIC_INTEREST', label: 'Overriding public interest, case by case' },
  { code: 'STATUTORY_DUTY_OR_ORDER', label: 'A duty in statute, or a court order' },
  { code: 'S251', label: 'Section 251 support (NHS Act 2006)' },
  { code: 'BEST_INTERESTS', label: 'Best interests (Mental Capacity Act 2005)' },
  { code: 'SAFEGUARDING', label: 'Safeguarding enquiry (Care Act 2014)' },
] as const;
