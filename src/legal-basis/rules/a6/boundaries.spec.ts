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
    'WARN',
    'the second begins the day the first ended',
    { ...twoOfTheTrust, 'assertions[0].validTo': '2026-05-31', 'assertions[1].validFrom': '2026-05-31' },
  ],
  [
    'R-A6-01',
    'WARN',
    'the second has no first day, and is there from the beginning',
    { ...twoOfTheTrust, 'assertions[1].validFrom': undefined },
  ],
  [
    'R-A6-01',
    'WARN',
    'one is for one purpose and the other for all',
    { ...twoOfTheTrust, 'assertions[0].purposeCodes': ['DIRECT_CARE'] },
  ],
  [
    'R-A6-01',
    'WARN',
    'they have one purpose of several in common',
    {
      ...twoOfTheTrust,
      'assertions[0].purposeCodes': ['DIRECT_CARE', 'WELLBEING'],
      'assertions[1].purposeCodes': ['MENTORING', 'WELLBEING'],
    },
  ],
  ['R-A6-01', 'DOES_NOT_APPLY', 'the law of 1998 applied', { 'assertions[*].regime': 'DPA1998' }],

  ...inTasks.flatMap((rule): Row[] => [
    [
      rule,
      'DOES_NOT_APPLY',
      'an authority says that it acts outside its tasks',
      { ...basis('6_1_f'), 'assertions[*].outsidePublicTasks': true },
    ],
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

  ['R-A6-04', 'PASS', 'a written request says why', requested(true)],
  [
    'R-A6-04',
    'UNKNOWN',
    'the condition is “not known”',
    { ...charity, ...basis('6_1_ea'), 'assertions[*].annex1Condition': 'NOT_KNOWN' },
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
  ['R-A6-08', 'FAIL', 'it is decided case by case', { ...emergency, frequency: 'CASE_BY_CASE' }],
  ...['POLICE_FORCE', 'LOCAL_AUTHORITY', 'NHS_ACUTE'].map((orgType): Row => [
    'R-A6-09',
    'FAIL',
    `a body of the kind ${orgType} relies on a contract`,
    { ...charity, ...basis('6_1_b'), 'parties[0].orgType': orgType },
  ]),
  ['R-A6-09', 'PASS', 'a supplier does', { ...charity, ...basis('6_1_b'), 'parties[0].orgType': 'VENDOR' }],
]);
