import {
  explicit,
  logged,
  publicInterest,
  refused,
  route,
  s251,
} from '../../../../test/support/data-sharing/confidentiality-facts.js';
import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { confidentialityRules } from './confidentiality-rules.js';

const firstRules = confidentialityRules.filter(({ id }) => id < 'R-CF-12');

fixtureTable('Rules on confidentiality (R-CF)', firstRules, [
  ['R-CF-08', 'DOES_NOT_APPLY', 'another route is taken', {}],
  ['R-CF-01', 'PASS', 'a route is chosen', {}],
  ['R-CF-01', 'FAIL', 'a trust shares a crisis plan by no route', { confidentiality: undefined }],
  ['R-CF-01', 'UNKNOWN', 'the route is “not known”', route('NOT_KNOWN')],
  ['R-CF-01', 'DOES_NOT_APPLY', 'the sender is a police force', { 'parties[0].orgType': 'POLICE_FORCE' }],

  ['R-CF-02', 'PASS', 'an ambulance crew receives it', {}],
  ['R-CF-02', 'FAIL', 'a police officer receives it', { 'parties[1].orgType': 'POLICE_FORCE' }],
  ['R-CF-02', 'FAIL', 'a supplier receives it', { 'parties[1].orgType': 'VENDOR' }],
  [
    'R-CF-02',
    'FAIL',
    'a local authority team outside care receives it',
    {
      'parties[1].orgType': 'LOCAL_AUTHORITY',
      'parties[1].providesCare': false,
    },
  ],
  [
    'R-CF-02',
    'UNKNOWN',
    'nobody says which local authority team receives it',
    { 'parties[1].orgType': 'LOCAL_AUTHORITY' },
  ],
  ['R-CF-02', 'DOES_NOT_APPLY', 'another route is taken', explicit],

  ['R-CF-03', 'STATED', 'the person wrote the plan and chose its readers', {}],
  [
    'R-CF-03',
    'WARN',
    'nothing shows what the person expects',
    { 'confidentiality.expectationEvidence': undefined },
  ],
  [
    'R-CF-03',
    'UNKNOWN',
    'what the person expects is “not known”',
    { 'confidentiality.expectationEvidence': 'not known' },
  ],

  ['R-CF-04', 'STATED', 'consent is informed, voluntary, scoped and dated', explicit],
  [
    'R-CF-04',
    'FAIL',
    'consent is not dated',
    { ...explicit, 'confidentiality.consent.obtainedOn': undefined },
  ],
  [
    'R-CF-04',
    'FAIL',
    'the person was not free to refuse',
    { ...explicit, 'confidentiality.consent.voluntary': false },
  ],
  [
    'R-CF-04',
    'UNKNOWN',
    'to what the person agreed is “not known”',
    { ...explicit, 'confidentiality.consent.scope': 'not known' },
  ],

  ['R-CF-05', 'PASS', 'each case is decided', publicInterest],
  [
    'R-CF-05',
    'FAIL',
    'the public interest is a standing authority',
    { ...publicInterest, frequency: 'STANDING' },
  ],
  ['R-CF-05', 'FAIL', 'it is claimed at every panel', { ...publicInterest, frequency: 'PER_PANEL' }],
  ['R-CF-05', 'UNKNOWN', 'nobody says how often', { ...publicInterest, frequency: undefined }],

  ['R-CF-06', 'PASS', 'each decision is logged with its reasons', logged],
  ['R-CF-06', 'FAIL', 'decisions are not logged', { ...logged, 'confidentiality.perCaseDecisionLog': false }],
  [
    'R-CF-06',
    'FAIL',
    'the log does not say who decided',
    { ...logged, 'confidentiality.decisionFields.decider': undefined },
  ],
  ['R-CF-06', 'UNKNOWN', 'nobody says whether there is a log', publicInterest],

  ['R-CF-07', 'STATED', 'support is in force for an evaluation', s251],
  ['R-CF-07', 'FAIL', 'support ended last year', { ...s251, 'confidentiality.cagExpiry': '2025-11-21' }],
  ['R-CF-07', 'FAIL', 'support is used for case management', { ...s251, stage: 'CASE_MANAGEMENT' }],
  [
    'R-CF-07',
    'UNKNOWN',
    'nobody says how long support lasts',
    { ...s251, 'confidentiality.cagExpiry': undefined },
  ],

  [
    'R-CF-08',
    'STATED',
    'a court order is cited',
    {
      ...route('STATUTORY_DUTY_OR_ORDER'),
      'confidentiality.routeCitation': 'Order of a fictional court, 1 March 2026',
    },
  ],
  [
    'R-CF-08',
    'FAIL',
    'a mere power is cited',
    {
      ...route('STATUTORY_DUTY_OR_ORDER'),
      'confidentiality.routeCitation': 'section 115 of the Crime and Disorder Act 1998',
    },
  ],
  [
    'R-CF-08',
    'FAIL',
    'nothing is cited',
    {
      ...route('STATUTORY_DUTY_OR_ORDER'),
      'confidentiality.routeCitation': '',
    },
  ],

  [
    'R-CF-09',
    'PASS',
    'capacity was assessed for this decision',
    {
      ...route('BEST_INTERESTS'),
      'confidentiality.decisionSpecificCapacityAssessment': true,
    },
  ],
  [
    'R-CF-09',
    'FAIL',
    'it was not',
    {
      ...route('BEST_INTERESTS'),
      'confidentiality.decisionSpecificCapacityAssessment': false,
    },
  ],
  ['R-CF-09', 'UNKNOWN', 'nobody says', route('BEST_INTERESTS')],

  [
    'R-CF-10',
    'PASS',
    'the refusal was respected',
    { ...refused, 'confidentiality.sharedDespiteRefusal': false },
  ],
  [
    'R-CF-10',
    'PASS',
    'the public interest was weighed and recorded for that case',
    {
      ...refused,
      ...publicInterest,
      'confidentiality.refusalCaseRecord': true,
    },
  ],
  ['R-CF-10', 'FAIL', 'implied consent was relied on after a refusal', refused],
  ['R-CF-10', 'UNKNOWN', 'nobody says whether data were shared', { 'confidentiality.refusalRecorded': true }],
  ['R-CF-10', 'DOES_NOT_APPLY', 'nobody refused', {}],

  ['R-CF-11', 'STATED', 'confidentiality has its own authority', {}],
  [
    'R-CF-11',
    'FAIL',
    'only Articles 6 and 9 are cited',
    { 'confidentiality.routeCitation': 'UK GDPR Articles 6(1)(e) and 9(2)(h)' },
  ],
  ['R-CF-11', 'UNKNOWN', 'the authority is “not known”', { 'confidentiality.routeCitation': 'Not known' }],
]);
