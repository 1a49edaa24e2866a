import {
  condition,
  linked,
  members,
  para10,
  para18,
  part3,
  police,
  research,
} from '../../../../test/support/data-sharing/article-9-facts.js';
import { furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { article9Rules } from './article-9-rules.js';

const matching: [art9: string, own: string, another: string][] = [
  ['9_2_b', 'P1.1', 'P1.2'],
  ['9_2_h', 'P1.2', 'P1.1'],
  ['9_2_i', 'P1.3', 'P1.4'],
  ['9_2_j', 'P1.4', 'P1.3'],
  ['9_2_g', 'P2.6', 'P2.5'],
  ['9_2_g', 'P2.28', 'P2.29'],
];

furtherRows('Rules on Article 9 at their boundaries', article9Rules, [
  ['R-A9-01', 'DOES_NOT_APPLY', 'the police rely on Part 3', part3],
  ['R-A9-01', 'UNKNOWN', 'the condition is “not known”', condition('NOT_KNOWN')],
  ...matching.flatMap(([art9, own, another]): Row[] => [
    ['R-A9-02', 'FAIL', `${art9} is named without a paragraph`, condition(art9)],
    ['R-A9-03', 'PASS', `${art9} goes with ${own}`, condition(art9, own)],
    ['R-A9-03', 'FAIL', `${art9} does not go with ${another}`, condition(art9, another)],
    ['R-A9-03', 'PASS', `${art9} goes with ${own} among others`, condition(art9, another, own)],
  ]),

  ['R-A9-04', 'FAIL', 'employment, Part 1 para 1, has none', condition('9_2_b', 'P1.1')],
  ['R-A9-04', 'DOES_NOT_APPLY', 'health or social care needs none', {}],
  ['R-A9-04', 'UNKNOWN', 'the paragraph is “not known”', condition('9_2_g', 'NOT_KNOWN')],
  ['R-A9-04', 'UNKNOWN', 'the document is “not known”', { ...para18, 'assertions[*].apdId': 'not known' }],
  [
    'R-A9-04',
    'UNKNOWN',
    'unlawful acts are disclosed to nobody who is named',
    { ...para10, recipientOrgIds: [], 'assertions[1].sch1Paras': ['P1.2'] },
  ],
  [
    'R-A9-04',
    'FAIL',
    'unlawful acts are disclosed to the police, and safeguarding too',
    { ...condition('9_2_g', 'P2.10', 'P2.18'), ...police },
  ],
  [
    'R-A9-04',
    'FAIL',
    'unlawful acts are disclosed to the police and to somebody else',
    {
      ...para10,
      ...police,
      recipientOrgIds: ['ambulance', 'gp'],
      'parties[2]': { orgId: 'gp', orgType: 'GP' },
    },
  ],

  ['R-A9-05', 'PASS', 'it was approved on the day the flow began', linked({ approvedOn: '2026-03-01' })],
  ['R-A9-05', 'UNKNOWN', 'nobody knows when it was approved', linked({ approvedOn: undefined })],
  [
    'R-A9-05',
    'UNKNOWN',
    'nobody knows when the flow began',
    { ...linked(), startDate: undefined, 'assertions[*].validFrom': undefined },
  ],
  [
    'R-A9-05',
    'PASS',
    'it was reviewed two years ago to the day',
    linked({ approvedOn: '2020-01-01', reviewedOn: '2024-11-22' }),
  ],
  [
    'R-A9-05',
    'WARN',
    'it was reviewed a day earlier',
    linked({ approvedOn: '2020-01-01', reviewedOn: '2024-11-21' }),
  ],
  ['R-A9-05', 'UNKNOWN', 'nothing is said of documents', { ...linked(), policyDocuments: undefined }],
  ['R-A9-05', 'UNKNOWN', 'the document is “not known”', { ...linked(), 'assertions[*].apdId': 'not known' }],
  [
    'R-A9-06',
    'STATED',
    'a law makes somebody else owe confidentiality',
    { 'assertions[*].s11Actor': undefined, 'assertions[*].s11DutySource': 'A fictional order' },
  ],
  [
    'R-A9-06',
    'FAIL',
    'the law is “not known” and nobody is named',
    { 'assertions[*].s11Actor': undefined, 'assertions[*].s11DutySource': 'not known' },
  ],

  ['R-A9-07', 'DOES_NOT_APPLY', 'the police name no condition', { ...police, 'assertions[1].art9': [] }],
  ['R-A9-07', 'FAIL', 'the police rely on health or social care beside Part 3', { ...police, ...part3 }],
  [
    'R-A9-07',
    'DOES_NOT_APPLY',
    'the police rely on Part 3 alone',
    { ...police, ...part3, 'assertions[1].art9': undefined },
  ],
  [
    'R-A9-07',
    'UNKNOWN',
    'the condition of the police is “not known”',
    { ...police, 'assertions[1].art9': ['NOT_KNOWN'] },
  ],
  [
    'R-A9-07',
    'UNKNOWN',
    'nobody says whether it is the police',
    { 'parties[0].orgType': undefined, 'parties[1].orgType': undefined },
  ],

  ['R-A9-08', 'FAIL', 'the purpose is to prevent crime', { purposeCodes: ['CRIME_PREVENTION'] }],
  ['R-A9-08', 'WARN', 'the purpose is to evaluate cost', { purposeCodes: ['COST_EVALUATION'] }],
  ['R-A9-08', 'FAIL', 'the assertion is for enforcement', { 'assertions[0].purposeCodes': ['ENFORCEMENT'] }],
  [
    'R-A9-08',
    'PASS',
    'the assertions are for care, one of the purposes of the flow',
    { purposeCodes: ['DIRECT_CARE', 'ENFORCEMENT'], 'assertions[*].purposeCodes': ['DIRECT_CARE'] },
  ],

  [
    'R-A9-09',
    'FAIL',
    'the person could have been asked',
    { ...condition('9_2_c'), 'assertions[*].subjectIncapable': false },
  ],
  ['R-A9-10', 'FAIL', 'it has no such aim', { ...members, 'assertions[*].notForProfitAim': false }],
  [
    'R-A9-10',
    'FAIL',
    'others than members are concerned',
    { ...members, 'assertions[*].membersOnly': false },
  ],
  [
    'R-A9-10',
    'PASS',
    'a voluntary provider shares about its members',
    { ...members, 'parties[0].orgType': 'VCSE_PROVIDER' },
  ],
  [
    'R-A9-10',
    'UNKNOWN',
    'nobody says what kind of body it is',
    { ...members, 'parties[0].orgType': undefined },
  ],
  ...['CALL_999', 'CLINICAL_CONTACT', 'POLICE_CONTACT'].map((source): Row => [
    'R-A9-11',
    'FAIL',
    `one of its sources is ${source}`,
    { ...condition('9_2_e'), sources: ['PUBLISHED_BY_PERSON', source] },
  ]),

  [
    'R-A9-13',
    'WARN',
    'it is said to be for the whole caseload',
    { ...para18, 'assertions[*].wholeCaseload': true },
  ],
  [
    'R-A9-13',
    'WARN',
    'it is said not to be, though the sharing is standing',
    { ...para18, frequency: 'STANDING', 'assertions[*].wholeCaseload': false },
  ],
  [
    'R-A9-13',
    'PASS',
    'the sharing is standing, and not of a caseload',
    { ...para18, frequency: 'STANDING', subjectGroups: ['FAMILY'] },
  ],
  ['R-A9-13', 'WARN', 'it covers the caseload at every panel', { ...para18, frequency: 'PER_PANEL' }],
  [
    'R-A9-13',
    'WARN',
    'it covers the caseload all the time',
    { ...para18, frequency: 'CONTINUOUS', 'assertions[*].perPersonRecord': false },
  ],

  [
    'R-A9-15',
    'FAIL',
    'only the public interest is cited',
    { ...condition('9_2_g', 'P2.6'), 'assertions[*].functionCitation': 'The public interest' },
  ],
  [
    'R-A9-15',
    'UNKNOWN',
    'the function is “not known”',
    { ...condition('9_2_g', 'P2.6'), 'assertions[*].functionCitation': 'not known' },
  ],
  [
    'R-A9-16',
    'FAIL',
    'no safeguards are referred to',
    { ...research, 'assertions[*].researchSafeguardsRef': '' },
  ],
]);
