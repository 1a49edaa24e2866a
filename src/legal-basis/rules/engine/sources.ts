/** The sources that rules cite as seen, with the addresses at which they were opened: docs/sources.md is the whole list. */
export const sources = {
  L1: 'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/lawful-basis/special-category-data/what-are-the-rules-on-special-category-data/',
  L2: 'https://legislation.gov.uk/ukpga/2018/12/schedule/1/enacted',
  L3: 'https://legislation.gov.uk/ukpga/2018/12/schedule/1/part/3/data.html',
  L4: 'http://www.legislation.gov.uk/ukpga/2018/12/schedule/8',
  L5: 'https://www.legislation.gov.uk/id/ukpga/2025/18/section/70',
  L6: 'https://www.legislation.gov.uk/id/ukpga/2025/18/schedule/4',
  L9: 'https://cms.law/en/gbr/legal-updates/data-use-and-access-act-2025-new-statutory-rules-on-handling-data-protection-complaints-from-19th-june-2026',
  L10: 'https://ico.org.uk/for-organisations/guide-to-the-general-data-protection-regulation-gdpr/consent/when-is-consent-appropriate/',
  L11: 'https://digitalregulations.innovation.nhs.uk/regulations-and-guidance-for-developers/all-developers-guidance/common-law-duty-of-confidentiality/',
  L12: 'https://production-like.nhsd.io/data-and-information/looking-after-information/data-security-and-information-governance/codes-of-practice-for-handling-information-in-health-and-care/a-guide-to-confidentiality-in-health-and-social-care/hscic-guide-to-confidentiality-references/section-2',
  L13: 'https://transform.england.nhs.uk/information-governance/guidance/sharing-information-with-the-police',
  L14: 'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/accountability-and-governance/data-protection-impact-assessments-dpias/examples-of-processing-likely-to-result-in-high-risk/',
  L16: 'https://ico.org.uk/for-organisations/guide-to-data-protection/ico-codes-of-practice/data-sharing-a-code-of-practice/law-enforcement-processing/',
  L17: 'https://www.gov.uk/government/news/why-caldicott-principles-and-caldicott-guardians-are-still-relevant-in-2020',
  L18: 'https://transform.england.nhs.uk/information-governance/guidance/records-management-code/records-management-code-of-practice',
  L19: 'https://southyorkshire.icb.nhs.uk/about-us/about-your-data/common-law-duty-confidentiality-section-251',
  L20: 'https://www.newcastle-staffs.gov.uk/policies-1/safeguards-policy/2',
  L21: 'https://cy.ico.org.uk/for-organisations/recognised-legitimate-interest-requesting-personal-information-for-your-public-tasks-or-official-functions',
  S17: 'https://www.zerosuicidealliance.com/ZSA-Resources/resources/training/serenity-integrated-mentoring-sim',
  S18: 'https://www.england.nhs.uk/publication/nhs-england-position-on-serenity-integrated-mentoring-and-similar-models/',
  S40: 'https://stopsim.co.uk/2023/05/18/stopsim-coalition-disbanding-statement',
} as const;

/** The short name of a stored source: L for law and guidance, S for the history of SIM. */
export type SourceRef = keyof typeof sources;
