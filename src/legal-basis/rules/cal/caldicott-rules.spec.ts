import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
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
  ['R-CAL-01', 'PASS', 'all eight principles are answered', {}],
  ['R-CAL-01', 'FAIL', 'nothing is said of informing people', { 'caldicott.p8': '' }],
  [
    'R-CAL-01',
    'PASS',
    'the eighth came after a flow of 2019 began',
    { startDate: '2019-01-01', 'caldicott.p8': '' },
  ],
  ['R-CAL-01', 'UNKNOWN', 'a principle is “not known”', { 'caldicott.p3': 'not known' }],
  ['R-CAL-01', 'DOES_NOT_APPLY', 'only counts are shared', { identifiability: 'AGGREGATE' }],

  ['R-CAL-02', 'PASS', 'the police receive one page', police],
  [
    'R-CAL-02',
    'FAIL',
    'the police have access to the full record',
    { ...police, mechanism: 'FULL_RECORD_ACCESS' },
  ],
  ['R-CAL-02', 'UNKNOWN', 'nobody says how the police see it', { ...police, mechanism: undefined }],
  ['R-CAL-02', 'DOES_NOT_APPLY', 'the police receive nothing', {}],

  ['R-CAL-03', 'PASS', 'the Guardian decided before the flow began', guardian({})],
  ['R-CAL-03', 'FAIL', 'the Guardian decided a week after it began', guardian({ decidedOn: '2026-03-08' })],
  ['R-CAL-03', 'FAIL', 'the Guardian was not asked', guardian({ decision: 'NOT_ASKED' })],
  ['R-CAL-03', 'WARN', 'the Guardian refused', guardian({ decision: 'REFUSED' })],
  ['R-CAL-03', 'FAIL', 'nobody signed', { ...police, signoffs: [] }],
  ['R-CAL-03', 'UNKNOWN', 'nobody knows when', guardian({ decidedOn: undefined })],
  ['R-CAL-03', 'DOES_NOT_APPLY', 'only the care team receives it', {}],

  ['R-CAL-04', 'PASS', 'the Guardian has no other part', guardian({})],
  ['R-CAL-04', 'FAIL', 'the Guardian submitted the flow', guardian({ userId: 'submitter' })],
  ['R-CAL-04', 'WARN', 'the Guardian leads the scheme', guardian({ schemeParts: ['SCHEME_CLINICAL_LEAD'] })],
  ['R-CAL-04', 'UNKNOWN', 'nobody says which part the Guardian has', guardian({ schemeParts: undefined })],
  ['R-CAL-04', 'DOES_NOT_APPLY', 'no Guardian signed', { signoffs: [] }],
]);
