import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { article9Rules } from './article-9-rules.js';

const condition = (art9: string, ...sch1Paras: string[]) => ({
  'assertions[*].art9': [art9],
  'assertions[*].sch1Paras': sch1Paras,
});
const police = { 'parties[1].orgType': 'POLICE_FORCE' };
const apd = {
  'assertions[*].apdId': 'apd-1',
  policyDocuments: [{ id: 'apd-1', type: 'APD', approvedOn: '2026-02-01' }],
};
const para18 = condition('9_2_g', 'P2.18');
const atRisk = {
  ...para18,
  'assertions[*].atRiskTest': { careNeeds: true, harmRisk: true, unableToProtect: true },
  'assertions[*].sch1NoConsentReason': 'WOULD_PREJUDICE_PROTECTION',
};
const para10 = condition('9_2_g', 'P2.10');
const charity = { 'parties[0].orgType': 'CHARITY', 'parties[1].orgType': 'USER_LED_GROUP' };

fixtureTable('Rules on Article 9 and Schedule 1 (R-A9)', article9Rules, [
  ['R-A9-01', 'PASS', 'a crisis plan is shared under an Article 9 condition', {}],
  [
    'R-A9-01',
    'FAIL',
    'a section 136 detention is shared under none',
    {
      dataCategories: ['S136_EVENT'],
      'assertions[0].art9': [],
    },
  ],
  ['R-A9-01', 'UNKNOWN', 'nobody says what is shared', { dataCategories: undefined }],
  ['R-A9-01', 'DOES_NOT_APPLY', 'only names are shared', { dataCategories: ['IDENTITY'] }],

  ['R-A9-02', 'PASS', 'a Schedule 1 paragraph is named', {}],
  ['R-A9-02', 'FAIL', 'none is named', condition('9_2_g')],
  ['R-A9-02', 'UNKNOWN', 'it is “not known”', condition('9_2_g', 'NOT_KNOWN')],
  ['R-A9-02', 'DOES_NOT_APPLY', 'explicit consent needs none', condition('9_2_a')],

  ['R-A9-03', 'PASS', 'health or social care goes with Part 1 para 2', {}],
  ['R-A9-03', 'FAIL', 'health or social care is paired with safeguarding', condition('9_2_h', 'P2.18')],
  [
    'R-A9-03',
    'FAIL',
    'substantial public interest is paired with a paragraph that does not exist',
    condition('9_2_g', 'P2.29'),
  ],
  ['R-A9-03', 'UNKNOWN', 'the paragraph is “not known”', condition('9_2_g', 'NOT_KNOWN')],
  ['R-A9-03', 'DOES_NOT_APPLY', 'no paragraph is named', condition('9_2_g')],

  ['R-A9-04', 'PASS', 'safeguarding has its policy document', { ...para18, ...apd }],
  ['R-A9-04', 'FAIL', 'safeguarding has none', para18],
  ['R-A9-04', 'DOES_NOT_APPLY', 'unlawful acts are disclosed to the police', { ...para10, ...police }],
  ['R-A9-04', 'FAIL', 'unlawful acts are disclosed to an ambulance trust', para10],
  [
    'R-A9-04',
    'UNKNOWN',
    'unlawful acts are disclosed to an unknown kind of body',
    { ...para10, 'parties[1].orgType': 'NOT_KNOWN' },
  ],

  ['R-A9-05', 'PASS', 'the policy document was approved the month before', { ...para18, ...apd }],
  [
    'R-A9-05',
    'FAIL',
    'it was approved after the flow began',
    { ...para18, ...apd, 'policyDocuments[0].approvedOn': '2026-03-02' },
  ],
  [
    'R-A9-05',
    'WARN',
    'it was last reviewed three years ago',
    { ...para18, ...apd, 'policyDocuments[0].approvedOn': '2023-01-01' },
  ],
  [
    'R-A9-05',
    'UNKNOWN',
    'the document linked is not in the record',
    { ...para18, ...apd, policyDocuments: [] },
  ],
  ['R-A9-05', 'DOES_NOT_APPLY', 'no policy document is linked', {}],

  ['R-A9-06', 'PASS', 'a health professional is responsible', {}],
  ['R-A9-06', 'FAIL', 'nobody is named', { 'assertions[0].s11Actor': undefined }],
  ['R-A9-06', 'UNKNOWN', 'it is “not known” who is', { 'assertions[0].s11Actor': 'NOT_KNOWN' }],
  ['R-A9-06', 'DOES_NOT_APPLY', 'nobody relies on health or social care', condition('9_2_a')],

  [
    'R-A9-07',
    'PASS',
    'the police rely on substantial public interest',
    { ...police, ...condition('9_2_g', 'P2.6') },
  ],
  ['R-A9-07', 'FAIL', 'the police rely on health or social care', police],
  ['R-A9-07', 'DOES_NOT_APPLY', 'no police force is a controller', {}],

  ['R-A9-08', 'PASS', 'the purpose is care', {}],
  ['R-A9-08', 'FAIL', 'the purpose includes enforcement', { purposeCodes: ['DIRECT_CARE', 'ENFORCEMENT'] }],
  ['R-A9-08', 'WARN', 'the purpose is to reduce demand', { purposeCodes: ['DEMAND_REDUCTION'] }],
  ['R-A9-08', 'UNKNOWN', 'the purpose is “not known”', { purposeCodes: ['NOT_KNOWN'] }],

  [
    'R-A9-09',
    'PASS',
    'the person was unconscious',
    { ...condition('9_2_c'), 'assertions[*].subjectIncapable': true },
  ],
  ['R-A9-09', 'FAIL', 'nothing is recorded about capacity', condition('9_2_c')],
  ['R-A9-09', 'DOES_NOT_APPLY', 'nobody relies on vital interests', {}],

  [
    'R-A9-10',
    'PASS',
    'a user-led group shares about its members',
    {
      ...charity,
      ...condition('9_2_d'),
      'assertions[*].notForProfitAim': true,
      'assertions[*].membersOnly': true,
    },
  ],
  ['R-A9-10', 'FAIL', 'a trust relies on it', condition('9_2_d')],
  [
    'R-A9-10',
    'UNKNOWN',
    'nobody says whether only members are concerned',
    {
      ...charity,
      ...condition('9_2_d'),
      'assertions[*].notForProfitAim': true,
    },
  ],

  ['R-A9-11', 'PASS', 'the person published it', { ...condition('9_2_e'), sources: ['PUBLISHED_BY_PERSON'] }],
  [
    'R-A9-11',
    'FAIL',
    'the person said it to a 999 operator',
    { ...condition('9_2_e'), sources: ['CALL_999'] },
  ],
  ['R-A9-11', 'UNKNOWN', 'nobody says where it came from', { ...condition('9_2_e'), sources: undefined }],

  ['R-A9-12', 'PASS', 'every part of the test is recorded', atRisk],
  ['R-A9-12', 'PASS', 'the person is under 18', { ...atRisk, 'assertions[*].atRiskTest': { under18: true } }],
  ['R-A9-12', 'FAIL', 'no test is recorded', { ...atRisk, 'assertions[*].atRiskTest': undefined }],
  [
    'R-A9-12',
    'FAIL',
    'the person could protect themself',
    { ...atRisk, 'assertions[0].atRiskTest.unableToProtect': false },
  ],
  [
    'R-A9-12',
    'FAIL',
    'the reason is that the person refused',
    { ...atRisk, 'assertions[*].sch1NoConsentReason': 'PERSON_REFUSED' },
  ],
  [
    'R-A9-12',
    'UNKNOWN',
    'the reason is “not known”',
    { ...atRisk, 'assertions[*].sch1NoConsentReason': 'NOT_KNOWN' },
  ],
  ['R-A9-12', 'DOES_NOT_APPLY', 'nobody relies on safeguarding', {}],

  ['R-A9-13', 'PASS', 'it is decided case by case', para18],
  [
    'R-A9-13',
    'FAIL',
    'it covers the caseload as a standing arrangement',
    { ...para18, frequency: 'STANDING' },
  ],
  [
    'R-A9-13',
    'WARN',
    'it covers the caseload, with a record for each person',
    {
      ...para18,
      frequency: 'STANDING',
      'assertions[*].perPersonRecord': true,
    },
  ],
  ['R-A9-13', 'UNKNOWN', 'nobody says how often', { ...para18, frequency: undefined }],

  [
    'R-A9-14',
    'PASS',
    'an assault is named',
    { ...para10, 'assertions[*].unlawfulActText': 'Assault, Criminal Justice Act 1988 s39' },
  ],
  ['R-A9-14', 'FAIL', 'no act is named', para10],
  [
    'R-A9-14',
    'FAIL',
    'the act is a suicide attempt',
    { ...para10, 'assertions[*].unlawfulActText': 'Repeated suicide attempts on a bridge' },
  ],
  [
    'R-A9-14',
    'FAIL',
    'the act is calling for help',
    { ...para10, 'assertions[*].unlawfulActText': 'Wasting police time by calling 999' },
  ],
  [
    'R-A9-14',
    'UNKNOWN',
    'the act is “not known”',
    { ...para10, 'assertions[*].unlawfulActText': 'not known' },
  ],

  ['R-A9-15', 'PASS', 'an Act gives the function', condition('9_2_g', 'P2.6')],
  [
    'R-A9-15',
    'FAIL',
    'nothing is cited',
    { ...condition('9_2_g', 'P2.6'), 'assertions[*].functionCitation': ' ' },
  ],
  ['R-A9-15', 'DOES_NOT_APPLY', 'nobody relies on para 6', {}],

  [
    'R-A9-16',
    'PASS',
    'research has safeguards and decides nothing',
    {
      ...condition('9_2_j', 'P1.4'),
      'assertions[*].individualDecisions': false,
      'assertions[*].researchSafeguardsRef': 'Protocol 4',
    },
  ],
  [
    'R-A9-16',
    'FAIL',
    'the output decides who is put on the caseload',
    {
      ...condition('9_2_j', 'P1.4'),
      'assertions[*].individualDecisions': true,
      'assertions[*].researchSafeguardsRef': 'Protocol 4',
    },
  ],
  [
    'R-A9-16',
    'UNKNOWN',
    'nobody says what the output is used for',
    {
      ...condition('9_2_j', 'P1.4'),
      'assertions[*].researchSafeguardsRef': 'Protocol 4',
    },
  ],

  [
    'R-A9-17',
    'PASS',
    'the claim is named',
    { ...condition('9_2_f'), 'assertions[*].claimRef': 'Claim 1 of the fictional register' },
  ],
  ['R-A9-17', 'WARN', 'no claim is named', condition('9_2_f')],
  [
    'R-A9-17',
    'UNKNOWN',
    'the claim is “not known”',
    { ...condition('9_2_f'), 'assertions[*].claimRef': 'unknown' },
  ],

  [
    'R-A9-18',
    'PASS',
    'the flow serves an evaluation',
    { ...condition('9_2_i', 'P1.3'), stage: 'EVALUATION' },
  ],
  [
    'R-A9-18',
    'FAIL',
    'the flow serves case management',
    { ...condition('9_2_i', 'P1.3'), stage: 'CASE_MANAGEMENT' },
  ],
  [
    'R-A9-18',
    'UNKNOWN',
    'nobody says which step it serves',
    { ...condition('9_2_i', 'P1.3'), stage: undefined },
  ],
]);
