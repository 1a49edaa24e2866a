import { consented } from '../../../../test/support/data-sharing/consent-facts.js';
import { furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { article6Rules } from './article-6-rules.js';

const charity = { 'parties[0].orgType': 'CHARITY', 'parties[1].orgType': 'CHARITY' };
const basis = (art6: string | undefined) => ({ 'assertions[*].art6': art6 });
const twoOfTheTrust = { 'assertions[1].controllerOrgId': 'trust', 'assertions[1].art6': '6_1_c' };
const requested = (annex1RequestStatesTaskNeed: boolean) => ({
  ...charity,
  ...basis('6_1_ea'),
  'assertions[*].annex1Condition': 'ANNEX1_1',
  'assertions[*].annex1RequestStatesTaskNeed': annex1RequestStatesTaskNeed,
});
const atRisk = (atRiskTest: object) => ({
  ...charity,
  ...basis('6_1_ea'),
  'assertions[*].annex1Condition': 'ANNEX1_6',
  'assertions[*].atRiskTest': atRiskTest,
});
const law = (provisionId: string, why: string | null = 'The board asked for it in writing') => ({
  'assertions[*].functionLaw': [{ provisionId, why }],
});
const emergency = {
  ...basis('6_1_d'),
  frequency: 'ONE_OFF_EMERGENCY',
  'assertions[*].subjectIncapable': true,
};
const inTasks = ['R-A6-02', 'R-A6-03', 'R-A6-10'];
const relying = [
  ['R-A6-04', '6_1_ea'],
  ['R-A6-05', '6_1_e'],
  ['R-A6-06', '6_1_e'],
  ['R-A6-07', '6_1_c'],
  ['R-A6-08', '6_1_d'],
  ['R-A6-09', '6_1_b'],
] as const;

furtherRows('Rules on Article 6 at their boundaries', article6Rules, [
  [
    'R-A6-01',
    'PASS',
    'one controller names the same basis twice',
    { ...twoOfTheTrust, 'assertions[1].art6': '6_1_e' },
  ],
  ['R-A6-01', 'PASS', 'two controllers name different bases', { 'assertions[1].art6': '6_1_c' }],
  [
    'R-A6-01',
    'PASS',
    'the other basis is that of Part 3',
    { ...twoOfTheTrust, 'assertions[1].regime': 'DPA_PART3' },
  ],
  [
    'R-A6-01',
    'PASS',
    'the second begins the day after the first ended',
    { ...twoOfTheTrust, 'assertions[0].validTo': '2026-05-31', 'assertions[1].validFrom': '2026-06-01' },
  ],
  [
    'R-A6-01',
    'PASS',
    'the second begins the day the first ended',
    { ...twoOfTheTrust, 'assertions[0].validTo': '2026-05-31', 'assertions[1].validFrom': '2026-05-31' },
  ],
  [
    'R-A6-01',
    'PASS',
    'the second has no first day, and is there from the beginning',
    { ...twoOfTheTrust, 'assertions[1].validFrom': undefined },
  ],
  [
    'R-A6-01',
    'PASS',
    'one is for one purpose and the other for all',
    { ...twoOfTheTrust, 'assertions[0].purposeCodes': ['DIRECT_CARE'] },
  ],
  [
    'R-A6-01',
    'PASS',
    'they have one purpose of several in common',
    {
      ...twoOfTheTrust,
      'assertions[0].purposeCodes': ['DIRECT_CARE', 'WELLBEING'],
      'assertions[1].purposeCodes': ['MENTORING', 'WELLBEING'],
    },
  ],
  ['R-A6-01', 'DOES_NOT_APPLY', 'the law of 1998 applied', { 'assertions[*].regime': 'DPA1998' }],

  ...inTasks.flatMap((rule): Row[] => [
    [rule, 'UNKNOWN', 'the basis is “not known”', basis('NOT_KNOWN')],
    [rule, 'DOES_NOT_APPLY', 'no basis is asserted', basis(undefined)],
    [rule, 'DOES_NOT_APPLY', 'the police rely on Part 3', { 'assertions[*].regime': 'DPA_PART3' }],
  ]),
  ...relying.flatMap(([rule, art6]): Row[] => [
    [
      rule,
      'DOES_NOT_APPLY',
      `${art6} is named under Part 3`,
      { ...charity, ...basis(art6), 'assertions[*].regime': 'DPA_PART3' },
    ],
    [rule, 'UNKNOWN', 'the basis is “not known”', { ...charity, ...basis('NOT_KNOWN') }],
  ]),

  ...(
    [
      ['R-A6-02', '6_1_f'],
      ['R-A6-03', '6_1_ea'],
    ] as const
  ).flatMap(([rule, art6]): Row[] => [
    [
      rule,
      'FAIL',
      'an authority says that it acts outside its tasks, and not why',
      { ...basis(art6), 'assertions[*].outsidePublicTasks': true },
    ],
    [
      rule,
      'STATED',
      'it says why',
      {
        ...basis(art6),
        'assertions[*].outsidePublicTasks': true,
        'assertions[*].outsidePublicTasksReason': 'The lottery of the hospital friends is run as a business.',
      },
    ],
    [
      rule,
      'FAIL',
      'it gives a reason and does not say that it acts outside its tasks',
      { ...basis(art6), 'assertions[*].outsidePublicTasksReason': 'The lottery of the hospital friends.' },
    ],
  ]),
  [
    'R-A6-10',
    'WARN',
    'an authority relies on consent outside its tasks too',
    {
      ...consented,
      ...basis('6_1_a'),
      'assertions[*].outsidePublicTasks': true,
      'assertions[*].consentProfileId': 'consent-1',
    },
  ],

  ['R-A6-04', 'PASS', 'a request states the task', requested(true)],
  [
    'R-A6-04',
    'FAIL',
    'the police ask, and act under Part 3',
    {
      ...requested(true),
      'parties[1].orgType': 'POLICE_FORCE',
      'assertions[1].art6': undefined,
      'assertions[1].regime': 'DPA_PART3',
    },
  ],
  [
    'R-A6-04',
    'PASS',
    'each limb of being at risk is recorded',
    atRisk({ careNeeds: true, harmRisk: true, unableToProtect: true }),
  ],
  ['R-A6-04', 'FAIL', 'one limb is not', atRisk({ careNeeds: true, harmRisk: true })],
  [
    'R-A6-04',
    'UNKNOWN',
    'the condition is “not known”',
    { ...charity, ...basis('6_1_ea'), 'assertions[*].annex1Condition': 'NOT_KNOWN' },
  ],
  ['R-A6-05', 'STATED', 'a power of the list is picked', law('cda-s115')],
  ['R-A6-05', 'FAIL', 'what is picked gives no task', law('ukgdpr-6-1-e')],
  ['R-A6-05', 'FAIL', 'it is picked, and not why', law('cda-s115', null)],
  [
    'R-A6-05',
    'FAIL',
    'the law that is picked is that of another nation',
    { ...law('asp-s5-3'), 'parties[*].nation': 'ENGLAND' },
  ],
  [
    'R-A6-05',
    'FAIL',
    'only the public interest is cited',
    { 'assertions[0].functionCitation': 'the public interest' },
  ],
  [
    'R-A6-05',
    'STATED',
    'an Act is cited that is not on the list',
    { 'assertions[0].functionCitation': 'Police Act 1996 s6, in the public interest' },
  ],
  ['R-A6-07', 'STATED', 'a duty of the list is picked', { ...basis('6_1_c'), ...law('care-s45') }],
  ['R-A6-07', 'FAIL', 'a duty to enquire is picked', { ...basis('6_1_c'), ...law('care-s42') }],
  ['R-A6-07', 'FAIL', 'a power is picked', { ...basis('6_1_c'), ...law('cda-s115') }],
  [
    'R-A6-07',
    'FAIL',
    'only the Article itself is cited',
    { ...basis('6_1_c'), 'assertions[*].functionCitation': 'legal obligation, UK GDPR Article 6(1)(c)' },
  ],
  ['R-A6-06', 'UNKNOWN', 'nobody says who the controller is', { 'assertions[0].controllerOrgId': undefined }],
  [
    'R-A6-07',
    'UNKNOWN',
    'the law is “not known”',
    { ...basis('6_1_c'), 'assertions[*].functionCitation': 'not known' },
  ],
  [
    'R-A6-08',
    'UNKNOWN',
    'nobody says whether the person could be asked',
    { ...emergency, 'assertions[*].subjectIncapable': undefined },
  ],
  ['R-A6-08', 'PASS', 'each emergency is decided by itself', { ...emergency, frequency: 'CASE_BY_CASE' }],
  ['R-A6-08', 'FAIL', 'it is looked into whenever somebody likes', { ...emergency, frequency: 'CONTINUOUS' }],
  ...['POLICE_FORCE', 'LOCAL_AUTHORITY', 'NHS_ACUTE'].map((orgType): Row => [
    'R-A6-09',
    'FAIL',
    `a body of the kind ${orgType} relies on a contract`,
    { ...charity, ...basis('6_1_b'), 'parties[0].orgType': orgType },
  ]),
  ['R-A6-09', 'STATED', 'a supplier does', { ...charity, ...basis('6_1_b'), 'parties[0].orgType': 'VENDOR' }],
]);
