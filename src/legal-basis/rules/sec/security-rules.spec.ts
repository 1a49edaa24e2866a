import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { securityRules } from './security-rules.js';

const accounts = {
  security: {
    policeAccounts: true,
    sharedLogin: false,
    roleLimits: true,
    accessLog: true,
    confidentialityAgreement: true,
    vetting: true,
    training: true,
    lastAccessReview: '2026-01-15',
  },
};

fixtureTable('Rules on security (R-SEC)', securityRules, [
  ['R-SEC-01', 'PASS', 'police accounts are personal, limited and logged', accounts],
  ['R-SEC-01', 'FAIL', 'officers share a login', { ...accounts, 'security.sharedLogin': true }],
  ['R-SEC-01', 'FAIL', 'access is not limited by role', { ...accounts, 'security.roleLimits': false }],
  ['R-SEC-01', 'FAIL', 'access is not logged', { ...accounts, 'security.accessLog': false }],
  [
    'R-SEC-01',
    'UNKNOWN',
    'nobody says whether access is logged',
    { ...accounts, 'security.accessLog': undefined },
  ],
  [
    'R-SEC-01',
    'UNKNOWN',
    'police have a view of the system and nothing is said of it',
    {
      'parties[1].orgType': 'POLICE_FORCE',
      mechanism: 'READ_ONLY_VIEW',
    },
  ],
  ['R-SEC-01', 'DOES_NOT_APPLY', 'police have no accounts', {}],

  ['R-SEC-02', 'PASS', 'account holders signed, were vetted and trained', accounts],
  ['R-SEC-02', 'WARN', 'they are not trained', { ...accounts, 'security.training': false }],
  ['R-SEC-02', 'WARN', 'they are not vetted', { ...accounts, 'security.vetting': false }],
  ['R-SEC-02', 'WARN', 'they signed nothing', { ...accounts, 'security.confidentialityAgreement': false }],
  [
    'R-SEC-02',
    'UNKNOWN',
    'police have a view of the system and nothing is said of those who use it',
    { 'parties[1].orgType': 'POLICE_FORCE', mechanism: 'READ_ONLY_VIEW', security: undefined },
  ],
  ['R-SEC-02', 'DOES_NOT_APPLY', 'police have no accounts', {}],
  [
    'R-SEC-02',
    'UNKNOWN',
    'nobody says whether they are vetted',
    { ...accounts, 'security.vetting': undefined },
  ],

  ['R-SEC-03', 'PASS', 'access was reviewed ten months ago', accounts],
  [
    'R-SEC-03',
    'WARN',
    'access was reviewed two years ago',
    { ...accounts, 'security.lastAccessReview': '2024-11-01' },
  ],
  [
    'R-SEC-03',
    'PASS',
    'access was reviewed twelve months ago to the day',
    { ...accounts, 'security.lastAccessReview': '2025-11-22' },
  ],
  [
    'R-SEC-03',
    'WARN',
    'access was reviewed twelve months and a day ago',
    { ...accounts, 'security.lastAccessReview': '2025-11-21' },
  ],
  [
    'R-SEC-03',
    'UNKNOWN',
    'police have a view of the system and nothing is said of a review',
    { 'parties[1].orgType': 'POLICE_FORCE', mechanism: 'READ_ONLY_VIEW', security: undefined },
  ],
  ['R-SEC-03', 'DOES_NOT_APPLY', 'police have no accounts', {}],
  ['R-SEC-03', 'UNKNOWN', 'nobody knows when', { ...accounts, 'security.lastAccessReview': undefined }],
]);
