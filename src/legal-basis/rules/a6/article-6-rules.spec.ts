import { consented } from '../../../../test/support/data-sharing/consent-facts.js';
import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { article6Rules } from './article-6-rules.js';

const charity = { 'parties[0].orgType': 'CHARITY', 'parties[1].orgType': 'CHARITY' };
const basis = (art6: string) => ({ 'assertions[*].art6': art6 });
const in2025 = {
  startDate: '2025-01-01',
  endDate: '2025-12-31',
  'assertions[*].regime': 'UKGDPR',
  'assertions[*].validFrom': '2025-01-01',
};

fixtureTable('Rules on Article 6 (R-A6)', article6Rules, [
  ['R-A6-01', 'PASS', 'each controller names one basis', {}],
  ['R-A6-01', 'FAIL', 'no basis is chosen', { 'assertions[0].art6': undefined }],
  [
    'R-A6-01',
    'PASS',
    'one controller names two bases for the same days, which is no fault in law',
    {
      'assertions[1].controllerOrgId': 'trust',
      'assertions[1].art6': '6_1_c',
    },
  ],
  [
    'R-A6-01',
    'PASS',
    'the two bases serve different purposes',
    {
      'assertions[1].controllerOrgId': 'trust',
      'assertions[1].art6': '6_1_c',
      'assertions[0].purposeCodes': ['DIRECT_CARE'],
      'assertions[1].purposeCodes': ['PLAN_DISSEMINATION'],
    },
  ],
  ['R-A6-01', 'UNKNOWN', 'the basis is “not known”', { 'assertions[0].art6': 'NOT_KNOWN' }],
  [
    'R-A6-01',
    'DOES_NOT_APPLY',
    'only counts are shared',
    { identifiability: 'AGGREGATE', dataCategories: ['COST_USAGE'], mechanism: 'EMAIL' },
  ],

  ['R-A6-02', 'PASS', 'the trusts rely on their public task', {}],
  ['R-A6-02', 'FAIL', 'a trust relies on legitimate interests', { 'assertions[0].art6': '6_1_f' }],
  [
    'R-A6-02',
    'DOES_NOT_APPLY',
    'a charity relies on legitimate interests',
    { ...charity, ...basis('6_1_f') },
  ],
  [
    'R-A6-02',
    'UNKNOWN',
    'nobody knows whether the body is a public authority',
    { 'parties[0].orgType': 'AHSN_HIN', 'assertions[0].art6': '6_1_f' },
  ],

  ['R-A6-03', 'PASS', 'the trusts rely on their public task', {}],
  [
    'R-A6-03',
    'FAIL',
    'a trust relies on a recognised legitimate interest',
    { 'assertions[0].art6': '6_1_ea' },
  ],
  [
    'R-A6-03',
    'DOES_NOT_APPLY',
    'a charity relies on a recognised legitimate interest',
    { ...charity, ...basis('6_1_ea') },
  ],
  ['R-A6-03', 'DOES_NOT_APPLY', 'the flow ended before 5 February 2026', in2025],

  [
    'R-A6-04',
    'PASS',
    'a charity safeguards a vulnerable individual',
    {
      ...charity,
      ...basis('6_1_ea'),
      'assertions[*].annex1Condition': 'ANNEX1_6',
      'assertions[*].atRiskTest': { under18: true },
    },
  ],
  [
    'R-A6-04',
    'FAIL',
    'a charity safeguards somebody of whom no risk is recorded',
    { ...charity, ...basis('6_1_ea'), 'assertions[*].annex1Condition': 'ANNEX1_6' },
  ],
  ['R-A6-04', 'FAIL', 'no condition of Annex 1 is chosen', { ...charity, ...basis('6_1_ea') }],
  [
    'R-A6-04',
    'FAIL',
    'an authority says that it acts outside its tasks, and chooses no condition',
    { ...basis('6_1_ea'), 'assertions[*].outsidePublicTasks': true },
  ],
  [
    'R-A6-04',
    'FAIL',
    'nobody asked in writing and gave a public task as the reason',
    {
      ...charity,
      ...basis('6_1_ea'),
      'assertions[*].annex1Condition': 'ANNEX1_1',
      'assertions[*].annex1RequestStatesTaskNeed': false,
    },
  ],
  [
    'R-A6-04',
    'UNKNOWN',
    'nobody says whether there was a written request',
    {
      ...charity,
      ...basis('6_1_ea'),
      'assertions[*].annex1Condition': 'ANNEX1_1',
    },
  ],
  ['R-A6-04', 'DOES_NOT_APPLY', 'the trusts rely on their public task', {}],

  ['R-A6-05', 'STATED', 'an Act and a section give the task', {}],
  ['R-A6-05', 'FAIL', 'no law is cited', { 'assertions[0].functionCitation': '' }],
  [
    'R-A6-05',
    'FAIL',
    'only the GDPR and the public interest are cited',
    { 'assertions[0].functionCitation': 'GDPR Article 6(1)(e), public interest' },
  ],
  ['R-A6-05', 'UNKNOWN', 'the law is “not known”', { 'assertions[0].functionCitation': 'not known' }],
  ['R-A6-05', 'DOES_NOT_APPLY', 'nobody relies on a public task', basis('6_1_c')],

  ['R-A6-06', 'PASS', 'the task is the controller’s own', {}],
  [
    'R-A6-06',
    'FAIL',
    'the ambulance trust borrows the trust’s task in 2026',
    { 'assertions[1].functionHolderOrgId': 'trust' },
  ],
  [
    'R-A6-06',
    'WARN',
    'it borrowed that task in 2025',
    { ...in2025, 'assertions[1].functionHolderOrgId': 'trust' },
  ],
  ['R-A6-06', 'UNKNOWN', 'nobody says whose task it is', { 'assertions[0].functionHolderOrgId': undefined }],

  [
    'R-A6-07',
    'STATED',
    'a duty is cited',
    { ...basis('6_1_c'), 'assertions[*].functionCitation': 'Care Act 2014 s45, supply of information' },
  ],
  ['R-A6-07', 'FAIL', 'no law is cited', { ...basis('6_1_c'), 'assertions[*].functionCitation': undefined }],
  [
    'R-A6-07',
    'FAIL',
    'a mere power is cited',
    { ...basis('6_1_c'), 'assertions[*].functionCitation': 'Crime and Disorder Act 1998 s115' },
  ],
  ['R-A6-07', 'DOES_NOT_APPLY', 'nobody relies on a legal obligation', {}],

  [
    'R-A6-08',
    'PASS',
    'one emergency, and the person could not be asked',
    {
      ...basis('6_1_d'),
      frequency: 'ONE_OFF_EMERGENCY',
      'assertions[*].subjectIncapable': true,
    },
  ],
  ['R-A6-08', 'FAIL', 'the sharing is a standing arrangement', { ...basis('6_1_d'), frequency: 'STANDING' }],
  [
    'R-A6-08',
    'WARN',
    'the person could have been asked',
    {
      ...basis('6_1_d'),
      frequency: 'ONE_OFF_EMERGENCY',
      'assertions[*].subjectIncapable': false,
    },
  ],
  ['R-A6-08', 'UNKNOWN', 'nobody says how often', { ...basis('6_1_d'), frequency: 'NOT_KNOWN' }],

  ['R-A6-09', 'STATED', 'a charity has a contract with the person', { ...charity, ...basis('6_1_b') }],
  ['R-A6-09', 'FAIL', 'a trust relies on a contract', basis('6_1_b')],
  [
    'R-A6-09',
    'UNKNOWN',
    'nobody says what kind of body it is',
    { ...basis('6_1_b'), 'parties[0].orgType': 'NOT_KNOWN', 'parties[1].orgType': 'CHARITY' },
  ],

  ['R-A6-10', 'PASS', 'the trusts do not rely on consent', {}],
  ['R-A6-10', 'WARN', 'a trust relies on consent and every rule on consent is met', consented],
  [
    'R-A6-10',
    'FAIL',
    'a trust relies on consent that is a condition of care',
    { ...consented, 'consentProfiles[0].careConditional': true },
  ],
  ['R-A6-10', 'DOES_NOT_APPLY', 'charities rely on consent', { ...charity, ...basis('6_1_a') }],
]);
