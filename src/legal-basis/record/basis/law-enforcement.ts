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

/**
 * The conditions of DPA 2018 Schedule 8 by paragraph (titles from the list of provisions, entries dpa-sch8-1 to
 * dpa-sch8-5-9; the last five are from general knowledge).
 */
export const schedule8Paragraphs = [
  { code: '1', label: 'Para 1: statutory purposes' },
  { code: '2', label: 'Para 2: administration of justice' },
  { code: '3', label: 'Para 3: vital interests' },
  { code: '4', label: 'Para 4: safeguarding children and individuals at risk' },
  { code: '5', label: 'Para 5: data made public' },
  { code: '6', label: 'Para 6: legal claims' },
  { code: '7', label: 'Para 7: judicial acts' },
  { code: '8', label: 'Para 8: preventing fraud' },
  { code: '9', label: 'Para 9: archiving, research and statistics' },
] as const;

/** Who answers for confidentiality under DPA 2018 s11(1), which Article 9(2)(h) needs. */
export const s11Actors = [
  { code: 'HEALTH_PROFESSIONAL', label: 'A health professional' },
  { code: 'SOCIAL_WORK_PROFESSIONAL', label: 'A social work professional' },
  { code: 'DUTY_OF_CONFIDENTIALITY', label: 'Someone who owes a duty of confidentiality in law' },
] as const;
