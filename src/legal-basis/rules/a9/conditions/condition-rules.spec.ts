import { condition, police } from '../../../../../test/support/data-sharing/article-9-facts.js';
import { fixtureTable } from '../../../../../test/support/data-sharing/fixture-table.js';
import { conditionRules } from './condition-rules.js';

const charity = { 'parties[0].orgType': 'CHARITY', 'parties[1].orgType': 'USER_LED_GROUP' };

fixtureTable('Rules on the conditions of Article 9', conditionRules, [
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
  [
    'R-A9-01',
    'FAIL',
    'ethnicity is shared under none',
    { dataCategories: ['ETHNICITY'], 'assertions[0].art9': [] },
  ],
  [
    'R-A9-01',
    'FAIL',
    'sexual life is shared under none',
    { dataCategories: ['SEXUAL_LIFE'], 'assertions[0].art9': [] },
  ],
  ['R-A9-01', 'DOES_NOT_APPLY', 'they are people who have died', { subjectGroups: ['DECEASED'] }],
  ['R-A9-01', 'PASS', 'some of them have died', { subjectGroups: ['DECEASED', 'CASELOAD'] }],
  ['R-A9-01', 'UNKNOWN', 'nobody says what is shared', { dataCategories: undefined }],
  ['R-A9-01', 'DOES_NOT_APPLY', 'only names are shared', { dataCategories: ['IDENTITY'] }],

  ['R-A9-06', 'PASS', 'a health professional is responsible', {}],
  ['R-A9-06', 'FAIL', 'nobody is named', { 'assertions[0].s11Actor': undefined }],
  ['R-A9-06', 'UNKNOWN', 'it is “not known” who is', { 'assertions[0].s11Actor': 'NOT_KNOWN' }],
  [
    'R-A9-06',
    'FAIL',
    'somebody else is, and no law is named',
    { 'assertions[0].s11Actor': 'DUTY_OF_CONFIDENTIALITY' },
  ],
  [
    'R-A9-06',
    'STATED',
    'somebody else is, by the duty of confidence',
    {
      'assertions[0].s11Actor': 'DUTY_OF_CONFIDENTIALITY',
      'assertions[0].s11DutyLaw': [
        { provisionId: 'cldc', why: 'The secretary signed the hospital’s terms.' },
      ],
    },
  ],
  [
    'R-A9-06',
    'FAIL',
    'what is picked is a power',
    {
      'assertions[0].s11Actor': 'DUTY_OF_CONFIDENTIALITY',
      'assertions[0].s11DutyLaw': [{ provisionId: 'cda-s115', why: 'The agreement cites it.' }],
    },
  ],
  [
    'R-A9-06',
    'FAIL',
    'public health is nobody’s responsibility',
    { ...condition('9_2_i', 'P1.3'), 'assertions[*].s11Actor': undefined },
  ],
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
  [
    'R-A9-08',
    'FAIL',
    'an assertion names care, and the flow is for enforcement',
    { purposeCodes: ['ENFORCEMENT'], 'assertions[*].purposeCodes': ['DIRECT_CARE'] },
  ],
  ['R-A9-08', 'WARN', 'mentoring stands beside care', { purposeCodes: ['DIRECT_CARE', 'MENTORING'] }],
  ['R-A9-08', 'WARN', 'the purpose is “other”', { purposeCodes: ['DIRECT_CARE', 'OTHER'] }],
  ['R-A9-08', 'UNKNOWN', 'the purpose is “not known”', { purposeCodes: ['NOT_KNOWN'] }],

  [
    'R-A9-09',
    'PASS',
    'the person was unconscious',
    { ...condition('9_2_c'), 'assertions[*].subjectIncapable': true },
  ],
  [
    'R-A9-09',
    'WARN',
    'a standing arrangement is said to be for people who cannot consent',
    { ...condition('9_2_c'), 'assertions[*].subjectIncapable': true, frequency: 'STANDING' },
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
  ['R-A9-11', 'FAIL', 'the family said it', { ...condition('9_2_e'), sources: ['FAMILY'] }],
  ['R-A9-11', 'UNKNOWN', 'nobody says where it came from', { ...condition('9_2_e'), sources: undefined }],

  [
    'R-A9-16',
    'STATED',
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
    'STATED',
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

  [
    'R-A9-31',
    'PASS',
    'the route through confidence is chosen',
    { subjectGroups: ['DECEASED'], purposeCodes: ['RESEARCH'] },
  ],
  [
    'R-A9-31',
    'FAIL',
    'no route is chosen',
    { subjectGroups: ['DECEASED', 'FAMILY'], 'confidentiality.route': undefined },
  ],
  [
    'R-A9-31',
    'FAIL',
    'the dead are said to be mentored',
    { subjectGroups: ['DECEASED'], purposeCodes: ['MENTORING'] },
  ],
  ['R-A9-31', 'PASS', 'the living are cared for, and some died', { subjectGroups: ['DECEASED', 'CASELOAD'] }],
  ['R-A9-31', 'DOES_NOT_APPLY', 'nobody has died', {}],
]);
