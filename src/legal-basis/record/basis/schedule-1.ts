/**
 * DPA 2018 Schedule 1 paragraphs that are plausible for such flows (legal-basis.md §3.4). A record may hold any
 * paragraph written `P<part>.<number>`, so that a wrong one can be seen and named.
 */
export const schedule1Paragraphs = [
  { code: 'P1.1', label: 'Part 1 para 1: employment, social security and social protection' },
  { code: 'P1.2', label: 'Part 1 para 2: health or social care purposes' },
  { code: 'P1.3', label: 'Part 1 para 3: public health' },
  { code: 'P1.4', label: 'Part 1 para 4: research' },
  { code: 'P2.6', label: 'Part 2 para 6: statutory and government purposes' },
  { code: 'P2.8', label: 'Part 2 para 8: equality of opportunity or treatment' },
  { code: 'P2.10', label: 'Part 2 para 10: preventing or detecting unlawful acts' },
  { code: 'P2.16', label: 'Part 2 para 16: support for people with a disability or condition' },
  { code: 'P2.17', label: 'Part 2 para 17: counselling' },
  { code: 'P2.18', label: 'Part 2 para 18: safeguarding of children and of individuals at risk' },
  { code: 'P2.19', label: 'Part 2 para 19: economic well-being of certain individuals' },
] as const;

/** How a Schedule 1 paragraph is written in a record; "not known" is an answer too. */
export const schedule1Pattern = /^(?:P\d\.\d{1,2}|NOT_KNOWN)$/;

/** Whether a paragraph is in Parts 1 to 3 of Schedule 1, where conditions for offence data are found. */
export function isSchedule1Condition(paragraph: string): boolean {
  return /^(?:P1\.[1-4]|P2\.(?:[6-9]|1\d|2[0-8])|P3\.(?:29|3[0-7]))$/.test(paragraph);
}

/** Reasons that Schedule 1 para 18 (and Schedule 8 para 4) accept for not having consent, and the one they do not. */
export const noConsentReasons = [
  { code: 'CANNOT_BE_GIVEN', label: 'Consent cannot be given by the person' },
  {
    code: 'CANNOT_REASONABLY_BE_OBTAINED',
    label: 'The controller cannot reasonably be expected to obtain consent',
  },
  { code: 'WOULD_PREJUDICE_PROTECTION', label: 'Asking for consent would prejudice the protection' },
  { code: 'PERSON_REFUSED', label: 'The person refused' },
] as const;
