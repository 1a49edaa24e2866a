/** Law-enforcement purposes of DPA 2018 s31 (legal-basis.md §3.5). */
export const lawEnforcementPurposes = [
  { code: 'PREVENTION', label: 'Preventing offences' },
  { code: 'INVESTIGATION', label: 'Investigating offences' },
  { code: 'DETECTION', label: 'Detecting offences' },
  { code: 'PROSECUTION', label: 'Prosecuting offences' },
  { code: 'PENALTIES', label: 'Executing penalties' },
  { code: 'PUBLIC_SECURITY', label: 'Preventing threats to public security' },
] as const;

/** The two ways in which DPA 2018 s35 allows sensitive processing (legal-basis.md §3.5). */
export const s35Conditions = [
  { code: 'CONSENT', label: 'Consent' },
  { code: 'STRICTLY_NECESSARY', label: 'Strictly necessary, with a Schedule 8 condition' },
] as const;

/** Who answers for confidentiality under DPA 2018 s11(1), which Article 9(2)(h) needs. */
export const s11Actors = [
  { code: 'HEALTH_PROFESSIONAL', label: 'A health professional' },
  { code: 'SOCIAL_WORK_PROFESSIONAL', label: 'A social work professional' },
  { code: 'DUTY_OF_CONFIDENTIALITY', label: 'Someone who owes a duty of confidentiality in law' },
] as const;
