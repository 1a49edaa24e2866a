import { part3, sensitive } from '../../../../test/support/data-sharing/law-enforcement-facts.js';
import { furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { lawEnforcementRules } from './law-enforcement-rules.js';

furtherRows('Rules on law enforcement at their boundaries', lawEnforcementRules, [
  [
    'R-LE-01',
    'STATED',
    'a commissioner uses Part 3 and says that it is listed',
    { ...part3, 'parties[1].orgType': 'PCC', 'parties[1].competentAuthority': true },
  ],
  ['R-LE-02', 'DOES_NOT_APPLY', 'nobody uses Part 3', {}],
  [
    'R-LE-02',
    'PASS',
    'the assertion has one of the purposes of the flow',
    {
      ...part3,
      'assertions[1].purposeCodes': ['ENFORCEMENT'],
      purposeCodes: ['MENTORING', 'ENFORCEMENT'],
    },
  ],
  [
    'R-LE-02',
    'FAIL',
    'the assertion is for care, whatever the flow is for',
    { ...part3, 'assertions[1].purposeCodes': ['DIRECT_CARE'] },
  ],
  [
    'R-LE-02',
    'FAIL',
    'an assertion names the prevention of crime, and the flow is for mentoring',
    { ...part3, purposeCodes: ['MENTORING'], 'assertions[*].purposeCodes': ['CRIME_PREVENTION'] },
  ],
  [
    'R-LE-02',
    'WARN',
    'mentoring stands beside the prevention of crime',
    { ...part3, purposeCodes: ['MENTORING', 'CRIME_PREVENTION'] },
  ],
  ...['OTHER', 'MULTI_AGENCY_WORKING'].map((unnamed): Row => [
    'R-LE-02',
    'WARN',
    `what names no purpose, ${unnamed}, stands beside the prevention of crime`,
    { ...part3, purposeCodes: [unnamed, 'CRIME_PREVENTION'] },
  ]),

  [
    'R-LE-03',
    'PASS',
    'consent is described, with a policy document',
    {
      ...sensitive,
      'assertions[1].s35Condition': 'CONSENT',
      'assertions[1].consentProfileId': 'consent-1',
      consentProfiles: [{ id: 'consent-1' }],
    },
  ],
  [
    'R-LE-03',
    'STATED',
    'the paragraph is the first of Schedule 8',
    { ...sensitive, 'assertions[1].sch8Para': 1 },
  ],
  [
    'R-LE-03',
    'STATED',
    'the paragraph is the last of Schedule 8',
    { ...sensitive, 'assertions[1].sch8Para': 9 },
  ],
  ['R-LE-03', 'FAIL', 'there is no paragraph 0', { ...sensitive, 'assertions[1].sch8Para': 0 }],
  ['R-LE-03', 'STATED', 'consent is only said', { ...sensitive, 'assertions[1].s35Condition': 'CONSENT' }],
  ['R-LE-03', 'FAIL', 'no policy document is linked', { ...sensitive, 'assertions[1].s42ApdId': undefined }],
  [
    'R-LE-03',
    'FAIL',
    'no paragraph of Schedule 8 is named',
    { ...sensitive, 'assertions[1].sch8Para': undefined },
  ],
  [
    'R-LE-03',
    'FAIL',
    'strict necessity is not shown',
    { ...sensitive, 'assertions[1].strictlyNecessaryText': '' },
  ],
  ['R-LE-03', 'DOES_NOT_APPLY', 'the data are no health data', { ...part3, dataCategories: ['IDENTITY'] }],
  ['R-LE-03', 'DOES_NOT_APPLY', 'nobody uses Part 3', {}],

  [
    'R-LE-04',
    'STATED',
    'the reason has eighty characters',
    {
      ...sensitive,
      'assertions[1].strictlyNecessaryText':
        'Crews read the plan that a person wrote so that they help as that person asks it',
    },
  ],
  [
    'R-LE-04',
    'FAIL',
    'the reason has one fewer',
    {
      ...sensitive,
      'assertions[1].strictlyNecessaryText':
        'Crews read the plan that a person wrote so that they help as that person asks i',
    },
  ],
  [
    'R-LE-04',
    'DOES_NOT_APPLY',
    'a reason is given, and nobody uses Part 3',
    { 'assertions[1].strictlyNecessaryText': 'x' },
  ],

  [
    'R-LE-05',
    'DOES_NOT_APPLY',
    'another paragraph is relied on',
    { ...sensitive, 'assertions[1].sch8Para': 1 },
  ],
  ['R-LE-05', 'DOES_NOT_APPLY', 'nobody uses Part 3', { 'assertions[1].sch8Para': 4 }],

  [
    'R-LE-02',
    'STATED',
    'it is for safeguarding and to prevent crime',
    { ...part3, purposeCodes: ['SAFEGUARDING', 'CRIME_PREVENTION'] },
  ],
  ...[1, 2, 3, 4].map((sch8Para): Row => [
    'R-LE-11',
    'FAIL',
    `nothing is said of what para ${sch8Para} asks`,
    { ...sensitive, 'assertions[1].sch8Para': sch8Para },
  ]),
  ...['cda-s115', 'nhs-s82'].map((provisionId): Row => [
    'R-LE-11',
    'STATED',
    `a power or a general duty is picked, ${provisionId}`,
    {
      ...sensitive,
      'assertions[1].sch8Para': 1,
      'assertions[1].functionLaw': [{ provisionId, why: 'The partnership met on 2 May.' }],
      'assertions[1].substantialPublicInterest': {
        reason: 'Two tenants were burned by fires set above them.',
      },
    },
  ]),
  ['R-LE-11', 'DOES_NOT_APPLY', 'no paragraph is named', part3],
]);
