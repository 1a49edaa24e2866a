import { condition, para10, para18, police } from '../../../../test/support/data-sharing/article-9-facts.js';
import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { article9Rules } from './article-9-rules.js';

const apd = {
  'assertions[*].apdId': 'apd-1',
  policyDocuments: [{ id: 'apd-1', type: 'APD', approvedOn: '2026-02-01' }],
};
const charity = { 'parties[0].orgType': 'CHARITY', 'parties[1].orgType': 'USER_LED_GROUP' };
const conditions = article9Rules.filter(({ id }) => id <= 'R-A9-11');

fixtureTable('Rules on the conditions of Article 9 (R-A9-01 to 11)', conditions, [
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
]);
