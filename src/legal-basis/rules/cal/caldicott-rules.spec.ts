import { fixtureTable, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { caldicottRules } from './caldicott-rules.js';

const police = { 'parties[1].orgType': 'POLICE_FORCE' };
const guardian = (changes: object) => ({
  ...police,
  'signoffs[0]': {
    role: 'CALDICOTT_GUARDIAN',
    userId: 'guardian',
    decision: 'APPROVED',
    decidedOn: '2026-02-20',
    schemeParts: ['NONE'],
    ...changes,
  },
});

fixtureTable('Rules on the Caldicott principles (R-CAL)', caldicottRules, [
  ['R-CAL-01', 'STATED', 'all eight principles are answered', {}],
  ['R-CAL-01', 'FAIL', 'nothing is said of informing people', { 'caldicott.p8': '' }],
  [
    'R-CAL-01',
    'FAIL',
    'a flow of 2019 runs on, and says nothing of the eighth',
    { startDate: '2019-01-01', 'caldicott.p8': '' },
  ],
  [
    'R-CAL-01',
    'STATED',
    'a flow ended the day before the eighth came',
    { startDate: '2019-01-01', endDate: '2020-12-07', 'caldicott.p8': '' },
  ],
  [
    'R-CAL-01',
    'FAIL',
    'a flow ended the day the eighth came',
    { startDate: '2019-01-01', endDate: '2020-12-08', 'caldicott.p8': '' },
  ],
  [
    'R-CAL-01',
    'STATED',
    'a flow ended the day before the seventh came',
    { startDate: '2013-01-01', endDate: '2013-04-25', 'caldicott.p7': '', 'caldicott.p8': '' },
  ],
  [
    'R-CAL-01',
    'FAIL',
    'a flow ended the day the seventh came',
    { startDate: '2013-01-01', endDate: '2013-04-26', 'caldicott.p7': '', 'caldicott.p8': '' },
  ],
  ...['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'].map((principle): Row => [
    'R-CAL-01',
    'FAIL',
    `nothing is said of ${principle}`,
    { [`caldicott.${principle}`]: undefined },
  ]),
  ['R-CAL-01', 'FAIL', 'nothing is said at all', { caldicott: undefined }],
  [
    'R-CAL-01',
    'FAIL',
    'nothing is said of the eighth, and nobody knows when the flow began',
    { startDate: undefined, 'caldicott.p8': '' },
  ],
  [
    'R-CAL-01',
    'STATED',
    'all are answered, though nobody knows when the flow began',
    { startDate: undefined },
  ],
  ['R-CAL-01', 'UNKNOWN', 'a principle is “not known”', { 'caldicott.p3': 'not known' }],
  [
    'R-CAL-01',
    'DOES_NOT_APPLY',
    'only counts are shared',
    { identifiability: 'AGGREGATE', dataCategories: ['COST_USAGE'], mechanism: 'EMAIL' },
  ],

  ['R-CAL-02', 'STATED', 'the police receive one page', { ...police, mechanism: 'EMAIL' }],
  ['R-CAL-02', 'WARN', 'the police have a view', { ...police, mechanism: 'READ_ONLY_VIEW' }],
  ['R-CAL-02', 'WARN', 'the police have a folder', { ...police, mechanism: 'SHARED_FOLDER' }],
  [
    'R-CAL-02',
    'FAIL',
    'the police have access to the full record',
    { ...police, mechanism: 'FULL_RECORD_ACCESS' },
  ],
  ['R-CAL-02', 'UNKNOWN', 'nobody says how the police see it', { ...police, mechanism: undefined }],
  ['R-CAL-02', 'UNKNOWN', 'nobody says who receives it', { recipientOrgIds: undefined }],
  ['R-CAL-02', 'DOES_NOT_APPLY', 'the police receive nothing', {}],

  ['R-CAL-03', 'PASS', 'the Guardian decided before the flow began', guardian({})],
  ['R-CAL-03', 'FAIL', 'the Guardian decided a week after it began', guardian({ decidedOn: '2026-03-08' })],
  ['R-CAL-03', 'PASS', 'the Guardian decided on the day it began', guardian({ decidedOn: '2026-03-01' })],
  ['R-CAL-03', 'FAIL', 'the Guardian decided the day after', guardian({ decidedOn: '2026-03-02' })],
  ['R-CAL-03', 'UNKNOWN', 'the decision is “not known”', guardian({ decision: 'NOT_KNOWN' })],
  ['R-CAL-03', 'UNKNOWN', 'nobody says what was decided', guardian({ decision: undefined })],
  ['R-CAL-03', 'UNKNOWN', 'nobody knows when it began', { ...guardian({}), startDate: undefined }],
  [
    'R-CAL-03',
    'PASS',
    'of two Guardians one decided in time',
    {
      ...police,
      signoffs: [
        { role: 'CALDICOTT_GUARDIAN', decision: 'APPROVED', decidedOn: '2026-03-08' },
        { role: 'CALDICOTT_GUARDIAN', decision: 'APPROVED', decidedOn: '2026-02-20' },
      ],
    },
  ],
  [
    'R-CAL-03',
    'WARN',
    'of two Guardians one refused',
    {
      ...police,
      signoffs: [
        { role: 'CALDICOTT_GUARDIAN', decision: 'APPROVED', decidedOn: '2026-02-20' },
        { role: 'CALDICOTT_GUARDIAN', decision: 'REFUSED', decidedOn: '2026-02-20' },
      ],
    },
  ],
  ['R-CAL-03', 'FAIL', 'the Guardian was not asked', guardian({ decision: 'NOT_ASKED' })],
  ['R-CAL-03', 'WARN', 'the Guardian refused', guardian({ decision: 'REFUSED' })],
  ['R-CAL-03', 'FAIL', 'nobody signed', { ...police, signoffs: [] }],
  ['R-CAL-03', 'UNKNOWN', 'nobody knows when', guardian({ decidedOn: undefined })],
  ['R-CAL-03', 'DOES_NOT_APPLY', 'only the care team receives it', {}],

  ['R-CAL-04', 'PASS', 'the Guardian has no other part', guardian({})],
  ['R-CAL-04', 'FAIL', 'the Guardian submitted the flow', guardian({ userId: 'submitter' })],
  ['R-CAL-04', 'WARN', 'the Guardian leads the scheme', guardian({ schemeParts: ['SCHEME_CLINICAL_LEAD'] })],
  ['R-CAL-04', 'WARN', 'the Guardian is its sponsor', guardian({ schemeParts: ['NONE', 'EXEC_SPONSOR'] })],
  ['R-CAL-04', 'UNKNOWN', 'nobody says who the Guardian is', guardian({ userId: undefined })],
  [
    'R-CAL-04',
    'UNKNOWN',
    'nobody says who submitted the flow',
    { ...guardian({}), submittedByUserId: undefined },
  ],
  [
    'R-CAL-04',
    'FAIL',
    'one of two Guardians submitted the flow',
    {
      signoffs: [
        { role: 'CALDICOTT_GUARDIAN', userId: 'guardian', schemeParts: ['NONE'] },
        { role: 'CALDICOTT_GUARDIAN', userId: 'submitter', schemeParts: ['NONE'] },
      ],
    },
  ],
  ['R-CAL-04', 'UNKNOWN', 'nobody says which part the Guardian has', guardian({ schemeParts: undefined })],
  ['R-CAL-04', 'DOES_NOT_APPLY', 'no Guardian signed', { signoffs: [] }],
]);
